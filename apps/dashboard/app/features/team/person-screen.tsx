import "../../words/team.ts";
import type { Role } from "@tenantry/core/roles";
import { Card } from "../../ui/card.tsx";
import type { FormState } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { SessionRow } from "../settings/sessions-screen.tsx";
import { AccessCard } from "./access-card.tsx";
import { InvitationCard } from "./invitation-card.tsx";
import { PersonBadge } from "./person-badge.tsx";
import { RoleCard } from "./role-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { useTeamCrumbs } from "./team-frame.tsx";
import type { PersonRow, TeamPlace } from "./types.ts";

interface PersonPageProps {
  place: TeamPlace;
  person: PersonRow;
  devices: SessionRow[];
  /** What the signed-in person may give. */
  roles: readonly Role[];
  /** A fresh invitation link, shown this once. */
  link?: string;
  state?: FormState;
}

/** One person of the team: role, sessions, access. Posts to its own address. */
export function PersonPage({ place, person, devices, roles, link, state }: PersonPageProps) {
  const { t } = useWords(["team", "common"]);
  const own = `${place.base}/${person.userId}`;
  return (
    <>
      <PageHeader title={person.name || person.email} titleIsData crumbs={useTeamCrumbs(place)} />
      <main className="body fit" id="main">
        {state?.formError && <Note kind="err">{state.formError}</Note>}
        {state?.errors && <Note kind="err">{Object.values(state.errors).join(" ")}</Note>}
        <Facts person={person} />
        <div className="cols">
          <div className="stack">
            {person.invitation && <InvitationCard own={own} person={person} link={link} />}
            {person.state !== "invited" && <SessionsCard devices={devices} mayEnd={person.mayChange} />}
          </div>
          <div className="stack">
            {person.mayChange ? (
              <RoleCard person={person} roles={roles} />
            ) : (
              <Card title={t("person.role")}>
                <p className="pad">{t(`common:role.${person.role}`)}</p>
                <p className="pad help">{t("person.roleFixed")}</p>
              </Card>
            )}
            {person.mayChange && <AccessCard own={own} person={person} />}
          </div>
        </div>
      </main>
    </>
  );
}

function Facts({ person }: { person: PersonRow }) {
  const { t } = useWords(["team", "common"]);
  const format = useFormat();
  return (
    <section className="id-head" aria-label={t("person.facts")}>
      <div className="facts">
        <PersonBadge person={person} />
        <span className="wrap-any" translate="no">
          {person.email}
        </span>
        <span>{t(`common:role.${person.role}`)}</span>
        <span>{t("person.joined", { date: format.date(person.joinedAt) })}</span>
        <span>
          {person.lastSeenAt
            ? t("person.seen", { date: format.date(person.lastSeenAt) })
            : t("person.neverSeen")}
        </span>
        {person.state !== "invited" && (
          <span>{person.secondFactor ? t("person.factorOn") : t("person.factorOff")}</span>
        )}
      </div>
    </section>
  );
}
