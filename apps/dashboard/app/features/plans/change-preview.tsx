import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { Interval } from "./types.ts";

interface PlanAt {
  planId: string;
  name: string;
  version: number;
}

/** What a change of plan means, as core's previewChange() answers it. */
export interface PlanChangePreview {
  before: PlanAt | null;
  after: PlanAt;
  meters: { meter: string; before: number | null; after: number | null; used: number; overUnits: number }[];
  prices: { currency: string; interval: Interval; before: number | null; after: number | null }[];
  same: boolean;
}

/** What is included and what it pays, before beside after. */
export function ChangePreview({ preview }: { preview: PlanChangePreview }) {
  const { t } = useWords("plans");
  return (
    <>
      <Card title={t("change.includedTitle")}>
        <IncludedTable meters={preview.meters} />
      </Card>
      <Card title={t("change.priceTitle")}>
        <PriceTable prices={preview.prices} />
      </Card>
    </>
  );
}

function IncludedTable({ meters }: Pick<PlanChangePreview, "meters">) {
  const { t } = useWords("plans");
  const format = useFormat();
  const name = useMeterName();
  const units = (value: number | null) => (value === null ? t("change.none") : format.number(value));
  return (
    <CellsTable
      caption={t("change.includedTitle")}
      columns={[
        { head: t("terms.meter"), cell: (row) => name(row.meter) },
        { head: t("diff.before"), cell: (row) => units(row.before), right: true },
        { head: t("diff.after"), cell: (row) => <b>{units(row.after)}</b>, right: true },
        { head: t("change.used"), cell: (row) => format.number(row.used), right: true },
        {
          head: t("change.overHead"),
          cell: (row) => (
            <span className={row.overUnits > 0 ? "flag over" : undefined}>
              {row.overUnits > 0 ? t("change.over", { count: row.overUnits }) : t("change.fits")}
            </span>
          ),
          right: true,
        },
      ]}
      rows={meters}
      rowId={({ meter }) => meter}
    />
  );
}

function PriceTable({ prices }: Pick<PlanChangePreview, "prices">) {
  const { t } = useWords("plans");
  const format = useFormat();
  if (prices.length === 0) return <p className="pad help">{t("noPrice")}</p>;
  const money = (amount: number | null, currency: string) =>
    amount === null ? t("diff.none") : format.money(amount, currency);
  return (
    <CellsTable
      caption={t("change.priceTitle")}
      columns={[
        { head: t("diff.what"), cell: (row) => t(`interval.${row.interval}`) },
        { head: t("diff.before"), cell: (row) => money(row.before, row.currency), right: true },
        { head: t("diff.after"), cell: (row) => <b>{money(row.after, row.currency)}</b>, right: true },
      ]}
      rows={prices}
      rowId={({ currency, interval }) => `${currency} ${interval}`}
    />
  );
}
