import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { RateCard, type RateCardProps } from "../commissions/rate-card.tsx";
import { type Difference, DiffTable } from "./diff-table.tsx";
import { MarginTable } from "./margin-table.tsx";
import { Migrations, type PlanMigration } from "./migrations-card.tsx";
import { TermsTable } from "./terms-table.tsx";
import type { Margin, PlanRow, Terms } from "./types.ts";

export interface PlanDetailProps {
  ofAgency: boolean;
  plan: Pick<
    PlanRow,
    | "id"
    | "name"
    | "internalName"
    | "description"
    | "isDefault"
    | "visibility"
    | "archivedAt"
    | "version"
    | "includedTaxBps"
  > & { updatedAt: string; audience: { id: string; name: string }[] };
  draft: { terms: Terms; changes?: Difference[]; margins: Margin[] } | null;
  versions: {
    id: string;
    number: number;
    publishedAt: string;
    terms: Terms;
    resellers: number | null;
    changes?: Difference[];
    margins: Margin[];
  }[];
  migrations: PlanMigration[];
  /** What it earns whoever sells it; undefined where that is not for this person. */
  rate?: RateCardProps;
  rights: { manage: boolean; migrate: boolean; undo: boolean };
  formError?: string;
  /** A dialog over the page. */
  children?: ReactNode;
}

export function PlanDetail(props: PlanDetailProps) {
  const { ofAgency, plan, draft, versions, migrations, rate, rights, formError, children } = props;
  const { t } = useWords("plans");
  const changes = rights.manage && !plan.archivedAt;
  const outdated = versions.some(({ number, resellers }) => number !== plan.version && (resellers ?? 0) > 0);
  return (
    <>
      <PageHeader
        title={plan.name}
        titleIsData
        crumbs={[{ words: t("title"), to: "/plans" }]}
        actions={
          changes && (
            <ButtonLink to={`/plans/${plan.id}/edit`} icon={Pencil}>
              {t("detail.edit")}
            </ButtonLink>
          )
        }
      />
      <main className="body fit" id="main">
        {formError && <Note kind="err">{formError}</Note>}
        {plan.archivedAt && <Note kind="warn">{t("detail.archivedNote")}</Note>}
        <PlanFacts plan={plan} ofAgency={ofAgency} />
        {rights.manage && (
          <div className="row gap-bottom">
            {changes && draft && (
              <PostForm id="publish" action={`/plans/${plan.id}/publish`} stays>
                <input type="hidden" name="updatedAt" value={plan.updatedAt} />
                <SubmitButton kind="pri">
                  {t("detail.publish", { number: (plan.version ?? 0) + 1 })}
                </SubmitButton>
              </PostForm>
            )}
            {rights.migrate && outdated && !plan.archivedAt && (
              <ButtonLink to={`/plans/${plan.id}/migrate`}>{t("detail.migrate")}</ButtonLink>
            )}
            {ofAgency && changes && plan.version !== null && !plan.isDefault && (
              <PostForm id="default">
                <SubmitButton>{t("detail.makeDefault")}</SubmitButton>
              </PostForm>
            )}
            <ButtonLink to={`/plans/${plan.id}/duplicate`}>{t("detail.duplicate")}</ButtonLink>
            {plan.archivedAt ? (
              <PostForm id="restore" action={`/plans/${plan.id}/restore`} stays>
                <SubmitButton>{t("detail.restore")}</SubmitButton>
              </PostForm>
            ) : (
              !plan.isDefault && (
                <ButtonLink to={`/plans/${plan.id}/archive`} kind="danger">
                  {t("detail.archive")}
                </ButtonLink>
              )
            )}
          </div>
        )}
        {draft && (
          <Card title={t("detail.draftTitle")} end={<Badge tone="warn">{t("draft")}</Badge>}>
            <p className="help pad">{t(ofAgency ? "detail.draftAbout" : "detail.draftAboutOwn")}</p>
            {draft.changes === undefined ? (
              <TermsTable terms={draft.terms} includedTaxBps={plan.includedTaxBps} />
            ) : (
              <DiffTable differences={draft.changes} />
            )}
            <MarginTable margins={draft.margins} />
          </Card>
        )}
        {versions.map((version) => (
          <VersionCard
            key={version.id}
            version={version}
            isCurrent={version.number === plan.version}
            includedTaxBps={plan.includedTaxBps}
          />
        ))}
        {rate && !plan.archivedAt && <RateCard {...rate} />}
        {migrations.length > 0 && <Migrations migrations={migrations} mayUndo={rights.undo} />}
        {children}
      </main>
    </>
  );
}

function PlanFacts({ plan, ofAgency }: Pick<PlanDetailProps, "plan" | "ofAgency">) {
  const { t } = useWords("plans");
  const { internalName, description, isDefault, visibility, audience } = plan;
  return (
    <section className="gap-bottom" aria-label={t("detail.facts")}>
      {description && (
        <p className="help" translate="no">
          {description}
        </p>
      )}
      <div className="row muted">
        {isDefault && <Badge tone="ok">{t("default")}</Badge>}
        {internalName && <span translate="no">{internalName}</span>}
        {ofAgency && <span>{t(`visibility.${visibility}`)}</span>}
        {audience.length > 0 && (
          <span>{t("detail.audience", { names: audience.map(({ name }) => name).join(", ") })}</span>
        )}
      </div>
    </section>
  );
}

interface VersionCardProps {
  version: PlanDetailProps["versions"][number];
  isCurrent: boolean;
  includedTaxBps: number;
}

function VersionCard({ version, isCurrent, includedTaxBps }: VersionCardProps) {
  const { t } = useWords("plans");
  const format = useFormat();
  const { number, publishedAt, terms, resellers, changes, margins } = version;
  return (
    <Card
      title={t("versionNumber", { number })}
      about={t("detail.published", { date: format.date(publishedAt) })}
      end={isCurrent && <Badge tone="ok">{t("detail.current")}</Badge>}
    >
      <TermsTable terms={terms} includedTaxBps={includedTaxBps} />
      <MarginTable margins={margins} />
      {changes && (
        <>
          <p className="pad muted small">{t("detail.changes", { number: number - 1 })}</p>
          <DiffTable differences={changes} />
        </>
      )}
      {resellers !== null && <p className="foot help">{t("detail.onIt", { count: resellers })}</p>}
    </Card>
  );
}
