import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { Given, Pool } from "./types.ts";

export interface AllowancesCardProps {
  accountId: string;
  meters: (Pool & { given: Given | null })[];
  /** The reader may give it more or less, or only take away what somebody else gave. */
  change?: "give" | "remove";
}

/** What one reseller or distributor has of every meter, and what it has promised on. */
export function AllowancesCard({ accountId, meters, change }: AllowancesCardProps) {
  const { t } = useWords("allowances");
  const format = useFormat();
  const name = useMeterName();
  const units = (value: number | null) => (value === null ? t("unlimited") : format.number(value));
  const all = <Link to={`/allowances?of=${accountId}`}>{t("card.all")}</Link>;
  return (
    <Card title={t("card.title")} end={all}>
      <p className="help pad">{t("card.about")}</p>
      <CellsTable
        caption={t("card.title")}
        rows={meters}
        rowId={(row) => row.meter}
        columns={[
          { head: t("card.meter"), cell: (row) => name(row.meter) },
          { head: t("card.has"), cell: (row) => units(row.grantedUnits), right: true },
          { head: t("card.promised"), cell: (row) => format.number(row.allocatedUnits), right: true },
          { head: t("card.used"), cell: (row) => format.number(row.takenUnits), right: true },
          { head: t("card.free"), cell: (row) => units(row.freeUnits), right: true },
          ...(change
            ? [
                {
                  head: t("card.change"),
                  cell: (row: (typeof meters)[number]) =>
                    (change === "give" || row.given) && (
                      <Link to={`/allowances/${accountId}/${row.meter}`}>{t("card.change")}</Link>
                    ),
                  right: true,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
