import { useMemo } from "react";
import { Link } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { AllowanceRow } from "./types.ts";

interface Asked {
  meter: string;
  kind: "distributor" | "reseller" | "customer";
  sort: ColumnLook["sort"];
  mayGive: boolean;
}

/** Allocated, used and free stand in columns of their own; only those who give on have something promised. */
export function useAllowanceColumns({ meter, kind, sort, mayGive }: Asked) {
  const { t } = useWords("allowances");
  const format = useFormat();
  const meterName = useMeterName();
  const columns = useMemo(() => {
    const cells = {
      name: (row: AllowanceRow) => (
        <NameCell row={row} to={kind === "reseller" ? linkTo(row, meter) : null} />
      ),
      given: (row: AllowanceRow) => <GivenCell row={row} />,
      allocated: (row: AllowanceRow) => <span>{format.number(row.allocatedUnits)}</span>,
      taken: (row: AllowanceRow) => <span>{format.number(row.takenUnits)}</span>,
      free: (row: AllowanceRow) => (
        <span>{row.freeUnits === null ? t("unlimited") : format.number(row.freeUnits)}</span>
      ),
      change: (row: AllowanceRow) => (
        <Link
          to={`/allowances/${row.accountId}/${meter}`}
          aria-label={t("changeOf", { name: row.name, meter: meterName(meter) })}
        >
          {t("column.change")}
        </Link>
      ),
    };
    return (Object.keys(cells) as (keyof typeof cells)[])
      .filter((id) => (id !== "change" || mayGive) && (id !== "allocated" || kind !== "customer"))
      .map(
        (id): Column<AllowanceRow> => ({
          id,
          header: () =>
            id === "change" ? <span className="sr">{t("column.change")}</span> : t(`column.${id}`),
          cell: ({ row }) => cells[id](row.original),
        }),
      );
  }, [t, format, meterName, meter, kind, mayGive]);
  const looks: Record<string, ColumnLook> = {
    name: { rowHead: true, sort },
    given: { width: "w-240", label: t("column.given") },
    allocated: { width: "w-132", label: t("column.allocated"), right: true },
    taken: { width: "w-132", label: t("column.taken"), right: true },
    free: { width: "w-132", label: t("column.free"), right: true },
    change: { width: "w-104", right: true },
  };
  return { columns, looks };
}

function linkTo(row: AllowanceRow, meter: string): string {
  return `/allowances?of=${row.accountId}&meter=${meter}`;
}

function NameCell({ row, to }: { row: AllowanceRow; to: string | null }) {
  const { t } = useWords(["allowances", "resellers"]);
  return (
    <span className="who2">
      {to ? (
        <Link className="clip" to={to} title={t("customersOf", { name: row.name })} translate="no">
          {row.name}
        </Link>
      ) : (
        <span className="clip" translate="no">
          {row.name}
        </span>
      )}
      {row.archivedAt && <Badge tone="none">{t("resellers:status.archived")}</Badge>}
    </span>
  );
}

function GivenCell({ row: { given, grantedUnits } }: { row: AllowanceRow }) {
  const { t } = useWords("allowances");
  const format = useFormat();
  if (!given)
    return (
      <span className="muted">
        {grantedUnits === null ? t("notGiven") : t("byPlan", { units: format.number(grantedUnits) })}
      </span>
    );
  return (
    <span className="cell">
      <span className="num">{format.number(given.units)}</span>
      <Badge tone={given.mode === "guaranteed" ? "ok" : "none"}>{t(`mode.${given.mode}`)}</Badge>
    </span>
  );
}
