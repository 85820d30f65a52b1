import "../../words/distributors.ts";
import type { Delegation } from "@tenantry/core/delegations/rules";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { initials } from "../../ui/initials.ts";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { AllowancesCard, type AllowancesCardProps } from "../allowances/allowances-card.tsx";
import { CeilingCard } from "../delegations/beneath-card.tsx";
import { ContactCard, type ContactFacts } from "../resellers/contact-card.tsx";
import { InvitationCard, type InvitationFacts } from "../resellers/invitation-card.tsx";
import { type DistributorStatus, distributorTones } from "./types.ts";

interface DistributorDetailProps {
  distributor: {
    id: string;
    name: string;
    host: string;
    address: string;
    joinedAt: string;
    status: DistributorStatus;
    /** Customers of its resellers; counted up to 1,000. */
    customers: number;
  };
  delegation: Delegation;
  meters: AllowancesCardProps["meters"];
  contact: ContactFacts;
  invitation: InvitationFacts;
  rights: { edit: boolean; toggle: boolean; archive: boolean; invite: boolean; give: boolean };
  /** A dialog over the page. */
  children?: ReactNode;
}

export function DistributorDetail(props: DistributorDetailProps) {
  const { distributor, delegation, meters, contact, invitation, rights, children } = props;
  const { t } = useWords(["distributors", "common"]);
  const { id, name, status } = distributor;
  const own = `/distributors/${id}`;
  const archived = status === "archived";
  const crumbs = [{ words: t("common:nav.partners") }, { words: t("title"), to: "/distributors" }];
  const edit = rights.edit && !archived && (
    <ButtonLink to={`${own}/edit`} icon={Pencil}>
      {t("detail.edit")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={name} titleIsData crumbs={crumbs} actions={edit} />
      <main className="body fit" id="main">
        {status === "inactive" && <Note kind="warn">{t("detail.locked")}</Note>}
        {archived && <ArchivedNote own={own} mayRestore={rights.archive} />}
        <Head distributor={distributor} />
        <div className="cols">
          <div className="stack">
            <CeilingCard
              delegation={delegation}
              to={rights.toggle && !archived ? `${own}/ceiling` : undefined}
            />
            <Card title={t("detail.resellers")}>
              <div className="pad row">
                <span className="help">{t("detail.customers", { count: distributor.customers })}</span>
                <ButtonLink to={`/resellers?under=${id}`} size="sm" className="sp">
                  {t("detail.showResellers")}
                </ButtonLink>
              </div>
            </Card>
            {!archived && (
              <AllowancesCard accountId={id} meters={meters} change={rights.give ? "give" : undefined} />
            )}
            {rights.toggle && !archived && <AccessCard own={own} status={status} />}
            {rights.archive && !archived && (
              <Card title={t("detail.danger")}>
                <div className="pad row">
                  <span className="help">{t("detail.dangerAbout")}</span>
                  <ButtonLink to={`${own}/delete`} kind="danger" className="sp">
                    {t("detail.delete")}
                  </ButtonLink>
                </div>
              </Card>
            )}
          </div>
          <div className="stack">
            <ContactCard contact={contact} />
            <InvitationCard
              invitation={invitation}
              resendTo={rights.invite && !archived ? `${own}/invitation` : undefined}
            />
          </div>
        </div>
        {children}
      </main>
    </>
  );
}

function Head({ distributor }: Pick<DistributorDetailProps, "distributor">) {
  const { t } = useWords("distributors");
  const format = useFormat();
  const { name, status, joinedAt, address, host } = distributor;
  return (
    <section className="id-head" aria-label={t("detail.facts")}>
      <span className="ini lg" aria-hidden="true" translate="no">
        {initials(name)}
      </span>
      <div className="stack">
        <div className="facts">
          <Badge tone={distributorTones[status]}>{t(`status.${status}`)}</Badge>
          <span>{t("detail.joined", { date: format.date(joinedAt) })}</span>
          <a className="link mono wrap-any" href={address} translate="no">
            {host}
          </a>
        </div>
      </div>
    </section>
  );
}

function AccessCard({ own, status }: { own: string; status: DistributorStatus }) {
  const { t } = useWords("distributors");
  const locked = status === "inactive";
  return (
    <Card title={t("access.title")}>
      <div className="pad row">
        <span className="help">{t(locked ? "access.closed" : "access.open")}</span>
        <ButtonLink to={`${own}/access`} size="sm" className="sp">
          {t(locked ? "access.activate" : "access.deactivate")}
        </ButtonLink>
      </div>
    </Card>
  );
}

function ArchivedNote({ own, mayRestore }: { own: string; mayRestore: boolean }) {
  const { t } = useWords("distributors");
  return (
    <Note kind="warn">
      {t("detail.archived")}
      {mayRestore && (
        <PostForm id="restore" action={`${own}/restore`} stays>
          <SubmitButton size="sm">{t("detail.restore")}</SubmitButton>
        </PostForm>
      )}
    </Note>
  );
}
