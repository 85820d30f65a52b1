import { useMemo } from "react";
import { Link } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useAllowanceWords } from "./allowance-words.ts";
import { usePriceWords } from "./price-words.ts";
import type { PlanRow } from "./types.ts";

/** Columns of the list; who sees a plan and how many are on it is the agency's to know. */
export function usePlanColumns(sort: ColumnLook["sort"], ofAgency: boolean, includedTaxBps: number) {
  const { t } = useWords("plans");
  const format = useFormat();
  const price = usePriceWords(includedTaxBps);
  const allowance = useAllowanceWords();
  const columns = useMemo(() => {
    const cells = {
      name: (row: PlanRow) => <NameCell row={row} />,
      version: (row: PlanRow) => <VersionCell row={row} />,
      price: (row: PlanRow) => (
        <span className="clip num">{row.prices.map(price).join(", ") || t("noPrice")}</span>
      ),
      includes: (row: PlanRow) => <span className="clip">{row.allowances.map(allowance).join(", ")}</span>,
      visibility: (row: PlanRow) => <span>{t(`visibility.${row.visibility}`)}</span>,
      resellers: (row: PlanRow) => <span>{row.resellers === null ? "" : format.number(row.resellers)}</span>,
    };
    const shown = Object.keys(cells) as (keyof typeof cells)[];
    return shown
      .filter((id) => ofAgency || (id !== "visibility" && id !== "resellers"))
      .map(
        (id): Column<PlanRow> => ({
          id,
          header: () => t(`column.${id}`),
          cell: ({ row }) => cells[id](row.original),
        }),
      );
  }, [t, format, price, allowance, ofAgency]);
  const looks: Record<string, ColumnLook> = {
    name: { width: "w-200", rowHead: true, sort },
    version: { width: "w-168", label: t("column.version") },
    price: { width: "w-200", label: t("column.price") },
    includes: { label: t("column.includes"), className: "md" },
    visibility: { width: "w-148", label: t("column.visibility") },
    resellers: { width: "w-104", label: t("column.resellers"), right: true },
  };
  return { columns, looks };
}

function NameCell({ row }: { row: PlanRow }) {
  return (
    <span className="who2" translate="no">
      <Link className="clip" to={`/plans/${row.id}`} title={row.internalName || row.name}>
        {row.name}
      </Link>
    </span>
  );
}

function VersionCell({ row }: { row: PlanRow }) {
  const { t } = useWords("plans");
  return (
    <span className="cell">
      <span>{row.version === null ? t("noVersion") : t("versionNumber", { number: row.version })}</span>
      {row.archivedAt ? (
        <Badge tone="none">{t("archived")}</Badge>
      ) : row.isDefault ? (
        <Badge tone="ok">{t("default")}</Badge>
      ) : (
        row.hasDraft && <Badge tone="warn">{t("draft")}</Badge>
      )}
    </span>
  );
}
