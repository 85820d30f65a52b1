import "../../words/payouts.ts";
import { Download, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useRateColumns } from "./columns.tsx";
import type { ExchangeRate } from "./types.ts";

interface View {
  filters: {
    by: "state" | "currency";
    applied?: { value: string; removeTo: string };
    choices: { value: string; to: string }[];
  }[];
  /** The list without filters. */
  clearTo: string;
  /** The same rates as a file. */
  exportTo: string;
}

interface ExchangeRatesProps {
  rows: ExchangeRate[];
  maySet: boolean;
  view: View;
  set: ColumnLook["sort"];
  paging: PagingLinks;
  /** A dialog over the page. */
  children?: ReactNode;
}

/** What the agency has said that currencies are worth, for payouts in another than was earned. */
export function ExchangeRates({ rows, maySet, view, set, paging, children }: ExchangeRatesProps) {
  const { t } = useWords("payouts");
  const { columns, looks } = useRateColumns(set);
  const narrowed = view.filters.some(({ applied }) => applied);
  const add = (kind?: "pri") =>
    maySet && (
      <ButtonLink to="/payouts/exchange-rates/new" kind={kind} icon={kind && Plus}>
        {t("rates.add")}
      </ButtonLink>
    );
  return (
    <>
      <PageHeader
        title={t("rates.title")}
        crumbs={[{ words: t("title"), to: "/payouts" }]}
        actions={add("pri")}
      />
      <main className="body" id="main">
        <p className="help gap-bottom">{t("rates.about")}</p>
        {(rows.length > 0 || narrowed) && <Toolbar view={view} />}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={(row) => row.id}
              caption={t("rates.title")}
            />
            <Paging {...paging} />
          </>
        ) : (
          <Empty
            kind={narrowed ? "no-match" : "nothing-yet"}
            title={t(`rates.${narrowed ? "noMatch" : "empty"}.title`)}
            about={t(`rates.${narrowed ? "noMatch" : "empty"}.about`)}
            action={narrowed ? <ButtonLink to={view.clearTo}>{t("list.noMatch.clear")}</ButtonLink> : add()}
          />
        )}
        {children}
      </main>
    </>
  );
}

function Toolbar({ view }: { view: View }) {
  const { t } = useWords("payouts");
  const word = (by: "state" | "currency", value: string) =>
    by === "state" ? t(`rates.state.${value as "counting" | "past"}`) : value;
  return (
    <div className="tools">
      <div className="row scroll">
        {view.filters.map(({ by, applied, choices }) => (
          <FilterChip
            key={by}
            filter={{
              label: t(`column.${by}`),
              applied: applied && { words: word(by, applied.value), removeTo: applied.removeTo },
              choices: choices.map(({ value, to }) => ({ words: word(by, value), to })),
            }}
          />
        ))}
      </div>
      <a className="btn sp" href={view.exportTo} download>
        <Icon of={Download} />
        {t("list.csv")}
      </a>
    </div>
  );
}
