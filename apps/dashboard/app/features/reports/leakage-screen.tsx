import "../../words/reports.ts";
import { useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ListTools } from "../../ui/list-tools.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useLeakColumns } from "./leakage-columns.tsx";
import type { Leak, LeakageFilter } from "./types.ts";

const path = "/reports/leakage";

interface LeakageReportProps {
  rows: Leak[];
  ofAgency: boolean;
  view: {
    query: string;
    keep: Record<string, string | undefined>;
    filters: LeakageFilter[];
    exportTo: string;
  };
  sorts: Record<"customer" | "since" | "amount", ColumnLook["sort"]>;
  paging: PagingLinks;
}

/** What was charged and does not fit what ran, and what has long been unpaid; each line says why and leads to it. */
export function LeakageReport({ rows, ofAgency, view, sorts, paging }: LeakageReportProps) {
  const { t } = useWords("reports");
  const { columns, looks } = useLeakColumns(ofAgency, sorts);
  const { state, location } = useNavigation();
  const word = ({ by }: LeakageFilter, value: string, name?: string) => {
    if (by === "kind") return t(`leakage.kind.${value as Leak["kind"]}`);
    return by === "days"
      ? t("leakage.filter.daysValue", { count: Number(value) })
      : (name ?? t("leakage.filter.chosen"));
  };
  const filters = view.filters.map((filter) => {
    const { by, applied, choices } = filter;
    return {
      label: t(`leakage.filter.${by}`),
      isData: by === "customer" || by === "reseller",
      applied: applied && { ...applied, words: word(filter, applied.value, applied.name) },
      choices: choices.map(({ value, name, to }) => ({ words: word(filter, value, name), to })),
    };
  });
  const narrowed = view.query !== "" || filters.some(({ applied }) => applied);
  const words = {
    search: t("leakage.search"),
    hint: t("leakage.searchHint"),
    go: t("leakage.searchGo"),
    csv: t("accounts.csv"),
  };
  return (
    <>
      <PageHeader title={t("leakage.title")} crumbs={[{ words: t("title"), to: "/reports" }]} />
      <main className="body" id="main">
        <p className="help gap-bottom">{t(ofAgency ? "leakage.about" : "leakage.aboutOwn")}</p>
        {(rows.length > 0 || narrowed) && <ListTools {...view} path={path} filters={filters} words={words} />}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={({ id }) => id}
              caption={t("leakage.title")}
              busy={state === "loading" && location.pathname === path}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("leakage.noMatch.title")}
            about={t("leakage.noMatch.about")}
            action={<ButtonLink to={path}>{t("leakage.noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("leakage.empty.title")}
            about={t("leakage.empty.about")}
            action={<ButtonLink to={`${path}?days=0`}>{t("leakage.empty.action")}</ButtonLink>}
          />
        )}
      </main>
    </>
  );
}
