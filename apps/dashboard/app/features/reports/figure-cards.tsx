import "../../words/reports.ts";
import { type Stat, StatCard } from "../../ui/stat-card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type About, behind } from "./behind.ts";
import type { CurrencyReport } from "./types.ts";

interface FigureCardsProps {
  report: CurrencyReport;
  about: Omit<About, "currency">;
  before: { from: string; to: string };
  earning: boolean;
}

/** One currency's numbers beside those of the days before. */
export function FigureCards({ report, about, before, earning }: FigureCardsProps) {
  const { t } = useWords("reports");
  const format = useFormat();
  const { currency, now, before: was, mrrMinor } = report;
  const to = behind({ ...about, currency });
  const against = format.range(before.from, before.to);
  const change = (value: number, old: number): Stat["change"] => {
    if (value === old) return { words: t("same"), direction: "same", against };
    const direction = value > old ? "up" : "down";
    // Of nothing there is no share.
    if (old === 0) return { words: format.money(Math.abs(value), currency), direction, against };
    return { words: format.change((value - old) / old), direction, against };
  };
  const card = (label: string, value: number, old: number, to: string) => (
    <StatCard label={label} value={value} currency={currency} change={change(value, old)} to={to} />
  );
  return (
    <div className="stats">
      {card(t("figures.revenue"), now.revenueMinor, was.revenueMinor, to.revenue)}
      {card(t("figures.paid"), now.paidMinor, was.paidMinor, to.paid)}
      {earning && card(t("figures.commission"), now.commissionMinor, was.commissionMinor, to.commission)}
      {earning &&
        now.marginMinor !== null &&
        card(t("figures.margin"), now.marginMinor, was.marginMinor ?? 0, "#accounts")}
      {mrrMinor !== null && (
        <StatCard label={t("figures.mrr")} value={mrrMinor} currency={currency} to={to.mrr} />
      )}
    </div>
  );
}
