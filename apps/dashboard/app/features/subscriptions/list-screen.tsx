import "../../words/subscriptions.ts";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ListTools } from "../../ui/list-tools.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Sold } from "../invoices/types.ts";
import { useSubscriptionColumns } from "./columns.tsx";
import type { Shown, SubscriptionsFilter } from "./types.ts";

const path = "/subscriptions";

interface SubscriptionsListProps {
  rows: Shown[];
  ofAgency: boolean;
  view: {
    query: string;
    keep: Record<string, string | undefined>;
    filters: SubscriptionsFilter[];
    exportTo: string;
  };
  sorts: Record<"started" | "mrr", ColumnLook["sort"]>;
  paging: PagingLinks;
}

/** Everything that was sold by whoever looks or to its customers, with what each brings in a month. */
export function SubscriptionsList({ rows, ofAgency, view, sorts, paging }: SubscriptionsListProps) {
  const { t } = useWords("subscriptions");
  const { columns, looks } = useSubscriptionColumns(ofAgency, sorts);
  const { state, location } = useNavigation();
  const word = ({ by }: SubscriptionsFilter, value: string, name?: string) => {
    if (by === "state") return t(`state.${value as Shown["state"]}`);
    if (by === "sold") return t(`sold.${value as Sold}`);
    return by === "currency" ? value : (name ?? t("filter.chosen"));
  };
  const filters = view.filters.map((filter) => {
    const { by, applied, choices } = filter;
    return {
      label: t(`filter.${by}`),
      isData: by === "customer" || by === "reseller",
      applied: applied && { ...applied, words: word(filter, applied.value, applied.name) },
      choices: choices.map(({ value, to }) => ({ words: word(filter, value), to })),
    };
  });
  const narrowed = view.query !== "" || filters.some(({ applied }) => applied);
  const words = {
    search: t("list.search"),
    hint: t("list.searchHint"),
    go: t("list.searchGo"),
    csv: t("list.csv"),
  };
  return (
    <>
      <PageHeader title={t("title")} />
      <main className="body" id="main">
        {(rows.length > 0 || narrowed) && <ListTools {...view} path={path} filters={filters} words={words} />}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={({ id }) => id}
              caption={t("title")}
              busy={state === "loading" && location.pathname === path}
            />
            <Paging {...paging} />
            <p className="help">{t("list.about")}</p>
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("list.noMatch.title")}
            about={t("list.noMatch.about")}
            action={<ButtonLink to={path}>{t("list.noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("list.empty.title")}
            about={t("list.empty.about")}
            action={<ButtonLink to="/customers">{t("list.empty.action")}</ButtonLink>}
          />
        )}
      </main>
    </>
  );
}
