import "../../words/subscriptions.ts";
import type { readRunningUsage } from "@tenantry/core/overages/read-running";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { lastBefore } from "../invoices/days.ts";
import { useMeterName } from "../usage/meter-name.ts";

export type RunningUsage = Awaited<ReturnType<typeof readRunningUsage>>;
type Meter = RunningUsage["meters"][number];

interface UsageCardProps {
  usage: RunningUsage;
  /** What comes late has an invoice to go on. */
  goesOn: boolean;
  /** What it would cost is said with the tax in it. */
  pricesIncludeTax: boolean;
}

/** What was used in the period that runs and what it would cost now, and what earlier periods still come to. */
export function UsageCard({ usage, goesOn, pricesIncludeTax }: UsageCardProps) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const meterName = useMeterName();
  const { meters, period, currency, late } = usage;
  if (meters.length === 0 && late.length === 0) return null;
  const number = (head: string, of: (row: Meter) => string) => ({ head, cell: of, right: true });
  return (
    <Card
      title={t("usage.title")}
      about={<time dateTime={period.from}>{format.range(period.from, lastBefore(period.to))}</time>}
    >
      {meters.length > 0 && (
        <CellsTable
          caption={t("usage.title")}
          columns={[
            {
              head: t("usage.meter"),
              cell: (row) => (
                <span className="told">
                  {meterName(row.meter)} <Charged row={row} from={period.from} />
                </span>
              ),
            },
            number(t("usage.used"), ({ units }) => format.number(units)),
            number(t("usage.included"), ({ includedUnits }) => format.number(includedUnits)),
            number(t("usage.over"), ({ overUnits }) => format.number(overUnits)),
            number(t(pricesIncludeTax ? "usage.nowTaxed" : "usage.now"), (row) =>
              row.charged === "here" ? format.money(row.amountMinor, currency) : "–",
            ),
          ]}
          rows={meters}
          rowId={({ meter }) => meter}
        />
      )}
      {late.map(({ meter, period: { from, to }, dueMinor }) => (
        <p key={`${meter} ${from}`} className="pad help">
          {t(dueMinor < 0 ? "usage.tooMuch" : goesOn ? "usage.late" : "usage.stays", {
            ...{ meter: meterName(meter), period: format.range(from, lastBefore(to)) },
            amount: format.money(Math.abs(dueMinor), currency),
          })}
        </p>
      ))}
    </Card>
  );
}

/** Where what is over is charged, in words, and from when where that is not the period's first day. */
function Charged({ row, from }: { row: Meter; from: string }) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const { charged, payer, countedFrom } = row;
  if (charged === "elsewhere") return <span className="muted small">{t("usage.elsewhere")}</span>;
  if (charged === "nowhere")
    return (
      <span className="muted small">{t(payer === "customer" ? "usage.free" : `usage.paid.${payer}`)}</span>
    );
  return (
    <>
      {row.byReseller && <span className="muted small">{t("usage.byReseller")}</span>}
      {countedFrom && countedFrom > from && (
        <span className="muted small">{t("usage.since", { date: format.day(countedFrom) })}</span>
      )}
    </>
  );
}
