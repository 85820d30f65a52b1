import "../../words/reports.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "../invoices/buyer-path.ts";
import { type About, behind } from "./behind.ts";
import type { Group, ReportRow } from "./types.ts";

const order = ["name", "net", "creditedNet", "revenue", "paid", "commission", "margin", "mrr"] as const;

interface Shown {
  about: Omit<About, "currency">;
  by: Group;
  /** Commission is earned on these sales. */
  earning: boolean;
  /** What recurs now is known. */
  recurring: boolean;
  sorts: Record<string, ColumnLook["sort"]>;
}

/** A reseller that buys for itself is a customer of its agency's alone. */
function pathOf(by: Group, id: string, wholesale: boolean): string {
  return by === "customer" ? buyerPath(id, wholesale, true) : `/resellers/${id}`;
}

export function useReportColumns({ about, by, earning, recurring, sorts }: Shown) {
  const { t } = useWords("reports");
  const format = useFormat();
  const { from, to, sold } = about;
  const columns = useMemo(() => {
    const number = (minor: number, row: ReportRow, list: keyof ReturnType<typeof behind>) => {
      const links = behind({ from, to, sold, currency: row.currency, [by]: row.accountId });
      return (
        <Link className="link" to={links[list]}>
          {format.money(minor, row.currency)}
        </Link>
      );
    };
    const cells: Record<(typeof order)[number], (row: ReportRow) => React.ReactNode> = {
      name: ({ accountId, name, direct, wholesale }) =>
        direct ? (
          t("accounts.direct")
        ) : (
          <Link className="clip" to={pathOf(by, accountId, wholesale)} title={name} translate="no">
            {name}
          </Link>
        ),
      net: (row) => number(row.netMinor, row, "net"),
      creditedNet: (row) => number(-row.creditedNetMinor, row, "credited"),
      revenue: (row) => number(row.revenueMinor, row, "revenue"),
      paid: (row) => number(row.paidMinor, row, "paid"),
      commission: (row) => number(row.commissionMinor, row, "commission"),
      margin: (row) => row.marginMinor !== null && format.money(row.marginMinor, row.currency),
      mrr: (row) => row.mrrMinor !== null && number(row.mrrMinor, row, "mrr"),
    };
    const unearned = earning ? (sold === "own" ? [] : ["margin"]) : ["commission", "margin"];
    const left: readonly string[] = recurring ? unearned : [...unearned, "mrr"];
    return order
      .filter((id) => !left.includes(id))
      .map(
        (id): Column<ReportRow> => ({
          id,
          header: () => t(id === "name" ? `column.${by}` : `column.${id}`),
          cell: ({ row }) => cells[id](row.original),
        }),
      );
  }, [t, format, from, to, sold, by, earning, recurring]);
  const numbers = order.slice(1).map((id): [string, ColumnLook] => [
    id,
    {
      width: "w-132",
      label: t(`column.${id as Exclude<typeof id, "name">}`),
      right: true,
      sort: sorts[id],
    },
  ]);
  const looks: Record<string, ColumnLook> = {
    name: { rowHead: true, sort: sorts.name },
    ...Object.fromEntries(numbers),
  };
  return { columns, looks };
}
