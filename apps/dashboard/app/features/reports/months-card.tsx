import "../../words/reports.ts";
import { Table2 } from "lucide-react";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type About, behind } from "./behind.ts";
import { MonthsChart, type MonthsDrawing } from "./months-chart.tsx";
import type { CurrencyReport } from "./types.ts";

interface MonthsCardProps {
  report: CurrencyReport;
  drawing: MonthsDrawing;
  about: Omit<About, "currency">;
}

/** Revenue of each month: the picture, and the same as a table. */
export function MonthsCard({ report, drawing, about }: MonthsCardProps) {
  const { t } = useWords("reports");
  const format = useFormat();
  const { currency, months } = report;
  const [peak] = months.toSorted((a, b) => b.revenueMinor - a.revenueMinor);
  const label = t("months.label", {
    currency,
    range: format.range(about.from, about.to),
    highest: format.money(peak?.revenueMinor ?? 0, currency),
    month: format.monthYear(peak?.month ?? about.from),
  });
  return (
    <Card title={t("months.title", { currency })} className="gap-bottom">
      <MonthsChart drawing={drawing} currency={currency} label={label} />
      <details className="tw">
        <summary>
          <Icon of={Table2} />
          {t("months.asTable")}
        </summary>
        <table className="tbl num">
          <caption className="sr">{t("months.title", { currency })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("months.month")}</th>
              <th scope="col" className="right">
                {t("column.revenue")}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ month, from, to, revenueMinor }) => (
              <tr key={month}>
                <th scope="row">
                  <time dateTime={month}>{format.monthYear(month)}</time>
                </th>
                <td className="right">
                  <Link className="link" to={behind({ ...about, from, to, currency }).revenue}>
                    {format.money(revenueMinor, currency)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}
