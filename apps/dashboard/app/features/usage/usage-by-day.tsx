import { Table2 } from "lucide-react";
import { Card } from "../../ui/card.tsx";
import { DaysChart } from "../../ui/chart/days-chart.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "./meter-name.ts";
import type { UsageDays } from "./types.ts";

/** The picture, the same as a table, and the same as a file. */
export function UsageByDay({ usage }: { usage: UsageDays }) {
  const { t } = useWords("usage");
  const meter = useMeterName();
  const [first, second] = usage.meters.map((key) => meter(key, "short"));
  const label = useChartSentence(usage);
  const key = (
    <span className="key">
      <span>{first}</span>
      <span className="s2">{second}</span>
    </span>
  );
  return (
    <Card title={t("byDay")} end={key}>
      <DaysChart drawing={usage.drawing} label={label} />
      <div className="under-chart">
        <details className="tw">
          <summary>
            <Icon of={Table2} />
            {t("asTable")}
          </summary>
          <DaysTable usage={usage} />
        </details>
        <a className="link" href={usage.csvTo} download>
          {t("csv")}
        </a>
      </div>
    </Card>
  );
}

function DaysTable({ usage }: { usage: UsageDays }) {
  const { t } = useWords("usage");
  const format = useFormat();
  const meter = useMeterName();
  return (
    <table className="tbl num">
      <caption className="sr">{t("byDay")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          {usage.meters.map((key) => (
            <th key={key} scope="col" className="right">
              {meter(key, "short")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {usage.days.toReversed().map((each) => (
          <tr key={each.day}>
            <th scope="row">{format.day(each.day)}</th>
            <td className="right">{format.number(each.first)}</td>
            <td className="right">{format.number(each.second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useChartSentence({ meters, days, from, to }: UsageDays): string {
  const { t } = useWords("usage");
  const format = useFormat();
  const meter = useMeterName();
  const said = { first: meter(meters[0]), second: meter(meters[1]), range: format.range(from, to) };
  const total = (each: UsageDays["days"][number]) => each.first + each.second;
  const peak = days.toSorted((a, b) => total(b) - total(a))[0];
  if (!peak || total(peak) === 0) return t("chartEmpty", said);
  return t("chart", { ...said, highest: format.number(total(peak)), day: format.day(peak.day) });
}
