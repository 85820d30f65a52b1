import "../../words/features.ts";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import { AccountsSection, type AccountsSectionProps } from "./accounts-section.tsx";
import { ReleaseBadge } from "./release-badge.tsx";
import type { FeatureRights, FeatureRow, Rule } from "./types.ts";

export interface FeatureDetailProps extends Omit<AccountsSectionProps, "featureId" | "mayChoose"> {
  ofAgency: boolean;
  rights: FeatureRights;
  feature: FeatureRow;
  /** Of the plans its rule names. */
  planNames: string[];
  /** A dialog over the page. */
  children?: ReactNode;
}

export function FeatureDetail(props: FeatureDetailProps) {
  const { ofAgency, rights, feature, planNames, children, ...list } = props;
  const { t } = useWords("features");
  const { id, archivedAt, withdrawnAt } = feature;
  const own = `/features/${id}`;
  const releases = rights.release && !archivedAt;
  return (
    <>
      <PageHeader
        title={feature.name}
        titleIsData
        crumbs={[{ words: t("title"), to: "/features" }]}
        actions={
          <>
            {rights.manage && !archivedAt && (
              <ButtonLink to={`${own}/edit`} icon={Pencil}>
                {t("detail.edit")}
              </ButtonLink>
            )}
            {releases && (
              <ButtonLink to={`${own}/release`} kind="pri">
                {t(withdrawnAt ? "detail.releaseAgain" : "detail.release")}
              </ButtonLink>
            )}
          </>
        }
      />
      <main className="body fit" id="main">
        {archivedAt && <Note kind="warn">{t("detail.archivedNote")}</Note>}
        {withdrawnAt && !archivedAt && (
          <Note kind="warn">{t(ofAgency ? "detail.withdrawnNote" : "detail.withdrawnNoteOwn")}</Note>
        )}
        {feature.description && (
          <p className="help" translate="no">
            {feature.description}
          </p>
        )}
        <p className="help gap-bottom">
          {t("detail.key")}{" "}
          <code className="mono" translate="no">
            {feature.key}
          </code>
        </p>
        <Card title={t("detail.released")} end={<ReleaseBadge feature={feature} />} className="gap-bottom">
          <p className="pad">
            <RuleWords rule={feature.rule} ofAgency={ofAgency} planNames={planNames} />
          </p>
          <div className="pad row">
            {releases && !withdrawnAt && (
              <ButtonLink to={`${own}/withdraw`} kind="danger">
                {t("detail.withdraw")}
              </ButtonLink>
            )}
            {rights.manage && !archivedAt && (
              <ButtonLink to={`${own}/archive`}>{t("detail.archive")}</ButtonLink>
            )}
            {rights.manage && archivedAt && (
              <PostForm id="restore" action={`${own}/restore`} stays>
                <SubmitButton>{t("detail.restore")}</SubmitButton>
              </PostForm>
            )}
            {rights.release && <ButtonLink to={`/settings/audit?q=${id}`}>{t("detail.audit")}</ButtonLink>}
          </div>
        </Card>
        <AccountsSection {...list} featureId={id} mayChoose={releases && !withdrawnAt} ofAgency={ofAgency} />
        {children}
      </main>
    </>
  );
}

function RuleWords({ rule, ofAgency, planNames }: { rule: Rule; ofAgency: boolean; planNames: string[] }) {
  const { t } = useWords(["features", "resellers"]);
  if (rule.reach !== "tier") {
    const words = t(`${ofAgency ? "rule" : "ruleOwn"}.${rule.reach}`, { percent: rule.percent });
    return <span>{words}</span>;
  }
  const types = rule.types.map((type) => t(`resellers:type.${type}`)).join(", ");
  return (
    <span>
      {t("rule.tier")} {types && t("rule.types", { types })}{" "}
      {planNames.length > 0 && t("rule.plans", { plans: planNames.join(", ") })}
    </span>
  );
}
