import "../../words/team.ts";
import type { Role } from "@tenantry/core/roles";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field, FieldMessage } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { RadioCard } from "../../ui/radio-card.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useTeamCrumbs } from "./team-frame.tsx";
import type { TeamPlace } from "./types.ts";

interface InvitePersonProps {
  place: TeamPlace;
  /** What this person may give. */
  roles: readonly Role[];
  /** Fields email, name, role. */
  state?: FormState;
}

export function InvitePerson({ place, roles, state }: InvitePersonProps) {
  const { t } = useWords(["team", "common"]);
  const labels = { email: t("new.email"), name: t("new.name"), role: t("new.role") };
  return (
    <>
      <PageHeader title={t("new.title")} crumbs={useTeamCrumbs(place)} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <ErrorSummary state={state} labels={labels} safe={t("new.safe")} />
            <Section title={t("new.who")} about={t("new.whoAbout")}>
              <div>
                <Field name="email" label={labels.email} type="email" autoComplete="off" />
                <Field
                  name="name"
                  label={labels.name}
                  hint={t("new.nameHint")}
                  optional
                  maxLength={120}
                  autoComplete="off"
                />
              </div>
            </Section>
            <Section title={labels.role} about={t("new.roleAbout")} group>
              <div className="stack" id="form-role" tabIndex={-1}>
                {roles.map((role) => (
                  <RadioCard
                    key={role}
                    name="role"
                    value={role}
                    title={t(`common:role.${role}`)}
                    about={t(`role.${place.customer && role === "owner" ? "customerOwner" : role}`)}
                    preset={role === (place.customer ? "member" : "viewer")}
                  />
                ))}
                <FieldMessage name="role" />
              </div>
            </Section>
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("new.submit")}
        cancelTo={place.base}
        refused={state?.errors !== undefined}
      />
    </>
  );
}

interface InvitationMadeProps {
  place: TeamPlace;
  email: string;
  url: string;
}

/** The action's own answer, never a page that could be opened again. */
export function InvitationMade({ place, email, url }: InvitationMadeProps) {
  const { t } = useWords("team");
  const done = (
    <ButtonLink to={place.base} kind="pri">
      {t("made.done")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("made.title")} crumbs={useTeamCrumbs(place)} actions={done} />
      <main className="body fit" id="main">
        <div className="narrow">
          <Note kind="good">{t("made.about", { email })}</Note>
          <Card title={t("made.link")}>
            <div className="pad">
              <CopyLine label={t("made.link")} value={url} hint={t("made.linkHint")} />
            </div>
          </Card>
          <p className="gap-top">
            <ButtonLink to={`${place.base}/new`} reload>
              {t("made.another")}
            </ButtonLink>
          </p>
        </div>
      </main>
    </>
  );
}
