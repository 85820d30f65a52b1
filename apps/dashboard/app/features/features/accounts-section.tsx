import "../../words/features.ts";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isNarrowed, ListToolbar, type ListView } from "../operator/list-toolbar.tsx";
import { type FeatureAccount, useAccountColumns } from "./account-columns.tsx";
import { KindTabs } from "./kind-tabs.tsx";

export interface AccountsSectionProps {
  ofAgency: boolean;
  featureId: string;
  mayChoose: boolean;
  accounts: FeatureAccount[];
  kind: string;
  /** The same list of the other kind of account. */
  kindTo: { reseller: string; customer: string };
  view: ListView;
  paging: PagingLinks;
}

/** Who has a feature and why, each with a switch that wins over the rule. */
export function AccountsSection(props: AccountsSectionProps) {
  const { ofAgency, featureId, mayChoose, accounts, kind, kindTo, view, paging } = props;
  const { t } = useWords("features");
  const { columns, looks } = useAccountColumns(featureId, mayChoose);
  const { state, location } = useNavigation();
  const narrowed = isNarrowed(view);
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts" className="gap-bottom">
        {t("accounts.title")}
      </h2>
      {ofAgency && <KindTabs kind={kind} to={kindTo} />}
      {(accounts.length > 0 || narrowed) && (
        <ListToolbar
          view={view}
          search={{ label: t("accounts.search"), placeholder: t("accounts.searchHint") }}
          filter={{ label: t("accounts.has"), words: (value) => t(`has.${value as "yes" | "no"}`) }}
        />
      )}
      {accounts.length > 0 ? (
        <>
          <DataTable
            columns={columns}
            looks={looks}
            rows={accounts}
            rowId={(row) => row.id}
            rowClass={(row) => (row.has ? undefined : "off")}
            caption={t("accounts.title")}
            busy={state === "loading" && location.pathname === view.clearTo}
          />
          <Paging {...paging} />
        </>
      ) : (
        <Empty
          kind={narrowed ? "no-match" : "nothing-yet"}
          title={t(narrowed ? "accounts.noMatch" : "accounts.none")}
          about={t(narrowed ? "accounts.noMatchAbout" : "accounts.noneAbout")}
          action={narrowed && <ButtonLink to={view.clearTo}>{t("noMatch.clear")}</ButtonLink>}
        />
      )}
    </section>
  );
}
