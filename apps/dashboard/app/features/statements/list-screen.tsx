import "../../words/statements.ts";
import { Download } from "lucide-react";
import { useMemo } from "react";
import { Form, Link, useNavigation } from "react-router";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { type Column, type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MonthLinks } from "./month-links.tsx";
import type { MonthView, StatementRow } from "./types.ts";

interface StatementsListProps {
  rows: StatementRow[];
  view: MonthView;
  query: string;
  /** What of the address a search keeps. */
  keep: Record<string, string | undefined>;
  sorts: { name: ColumnLook["sort"]; closing: ColumnLook["sort"] };
  exportTo: string;
  paging: PagingLinks;
}

/** What resellers were owed in a month, a line for each reseller and currency. */
export function StatementsList({ rows, view, query, keep, sorts, exportTo, paging }: StatementsListProps) {
  const { t } = useWords("statements");
  const { columns, looks } = useStatementColumns(view.month, sorts);
  const { state, location } = useNavigation();
  return (
    <>
      <PageHeader title={t("title")} />
      <main className="body" id="main">
        <div className="tools">
          <MonthLinks view={view} />
          <Form method="get" action="/statements" role="search">
            {Object.entries(keep).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SearchBox name="q" value={query} label={t("search")} placeholder={t("searchHint")} />
            <noscript>
              <Button type="submit">{t("searchGo")}</Button>
            </noscript>
          </Form>
          <a className="btn sp" href={exportTo} download>
            <Icon of={Download} />
            {t("csv")}
          </a>
        </div>
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={({ reseller, currency }) => `${reseller.id} ${currency}`}
              caption={t("title")}
              busy={state === "loading" && location.pathname === "/statements"}
            />
            <Paging {...paging} />
          </>
        ) : query ? (
          <Empty
            kind="no-match"
            title={t("noMatch.title")}
            about={t("noMatch.about")}
            action={<ButtonLink to={`/statements?month=${view.month}`}>{t("noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
        )}
      </main>
    </>
  );
}

const sums = ["opening", "earned", "takenBack", "adjusted", "paidOut", "cameBack", "closing"] as const;

function useStatementColumns(month: string, sorts: StatementsListProps["sorts"]) {
  const { t } = useWords("statements");
  const format = useFormat();
  const columns = useMemo(
    (): Column<StatementRow>[] => [
      {
        id: "reseller",
        header: () => t("column.reseller"),
        cell: ({ row: { original } }) => (
          <Link
            className="clip"
            to={`/statements/${original.reseller.id}?month=${month}`}
            title={original.reseller.name}
            translate="no"
          >
            {original.reseller.name}
          </Link>
        ),
      },
      ...sums.map(
        (sum): Column<StatementRow> => ({
          id: sum,
          header: () => t(`column.${sum}`),
          cell: ({ row: { original } }) => format.money(original[`${sum}Minor`], original.currency),
        }),
      ),
    ],
    [t, format, month],
  );
  const looks: Record<string, ColumnLook> = {
    reseller: { rowHead: true, sort: sorts.name, label: t("column.reseller") },
    ...Object.fromEntries(
      sums.map((sum) => [sum, { width: "w-104", label: t(`column.${sum}`), right: true }] as const),
    ),
    closing: { width: "w-116", label: t("column.closing"), right: true, sort: sorts.closing },
  };
  return { columns, looks };
}
