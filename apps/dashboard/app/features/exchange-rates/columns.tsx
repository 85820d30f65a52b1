import "../../words/payouts.ts";
import { useMemo } from "react";
import { Badge } from "../../ui/badge.tsx";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ExchangeRate } from "./types.ts";

const order = ["pair", "value", "source", "setAt", "state"] as const;

export function useRateColumns(set: ColumnLook["sort"]) {
  const { t } = useWords("payouts");
  const format = useFormat();
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: ExchangeRate) => React.ReactNode> = {
      pair: ({ from, to }) => (
        <span className="strong" translate="no">
          {from} → {to}
        </span>
      ),
      value: ({ rate }) => (
        <span className="num" translate="no">
          {rate}
        </span>
      ),
      source: ({ source }) => (
        <span className="clip" title={source} translate="no">
          {source}
        </span>
      ),
      setAt: ({ setAt }) => <time dateTime={setAt}>{format.moment(setAt)}</time>,
      state: ({ counts }) => (
        <Badge tone={counts ? "ok" : "none"}>{t(`rates.state.${counts ? "counting" : "past"}`)}</Badge>
      ),
    };
    return order.map(
      (id): Column<ExchangeRate> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, format]);
  const looks: Record<string, ColumnLook> = {
    pair: { width: "w-148", rowHead: true },
    value: { width: "w-132", label: t("column.value"), right: true },
    source: { label: t("column.source") },
    setAt: { width: "w-200", label: t("column.setAt"), className: "num", sort: set },
    state: { width: "w-168", label: t("column.state") },
  };
  return { columns, looks };
}
