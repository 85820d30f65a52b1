import "../../words/features.ts";
import { Plus } from "lucide-react";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isNarrowed, ListToolbar, type ListView } from "../operator/list-toolbar.tsx";
import { type FeatureSorts, useFeatureColumns } from "./columns.tsx";
import type { FeatureRights, FeatureRow } from "./types.ts";

export interface FeaturesListProps {
  ofAgency: boolean;
  rights: FeatureRights;
  features: FeatureRow[];
  view: ListView;
  sorts: FeatureSorts;
  paging: PagingLinks;
}

/** What the agency's product can do beside what everybody has; a reseller sees what is released to it. */
export function FeaturesList({ ofAgency, rights, features, view, sorts, paging }: FeaturesListProps) {
  const { t } = useWords(["features", "common"]);
  const { columns, looks } = useFeatureColumns(sorts);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          rights.manage && (
            <ButtonLink to="/features/new" kind="pri" icon={Plus}>
              {t("common:newFeature")}
            </ButtonLink>
          )
        }
      />
      <main className="body" id="main">
        <p className="help gap-bottom">{t(ofAgency ? "about" : "aboutOwn")}</p>
        {(features.length > 0 || narrowed) && (
          <ListToolbar
            view={view}
            search={{ label: t("search"), placeholder: t("searchHint") }}
            filter={{
              label: t("filter.state"),
              words: (value) => t(`state.${value as "live" | "withdrawn" | "archived"}`),
            }}
          />
        )}
        {features.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={features}
              rowId={(row) => row.id}
              rowClass={(row) => (row.archivedAt || row.withdrawnAt ? "off" : undefined)}
              caption={t("title")}
              busy={state === "loading" && location.pathname === view.clearTo}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("noMatch.title")}
            about={t("noMatch.about")}
            action={<ButtonLink to={view.clearTo}>{t("noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("empty.title")}
            about={t(ofAgency ? "empty.about" : "empty.aboutOwn")}
            action={rights.manage && <ButtonLink to="/features/new">{t("common:newFeature")}</ButtonLink>}
          />
        )}
      </main>
    </>
  );
}
