import { useFormat } from "../../words/format.tsx";

export interface MonthsDrawing {
  width: number;
  bars: { month: string; x: number; y: number; height: number; labelled: boolean }[];
  /** Minor units. */
  lines: { value: number; y: number }[];
}

interface MonthsChartProps {
  drawing: MonthsDrawing;
  currency: string;
  /** Says in a sentence what the picture shows; the table below it says everything. */
  label: string;
}

export function MonthsChart({ drawing, currency, label }: MonthsChartProps) {
  const format = useFormat();
  const { width, bars, lines } = drawing;
  return (
    <figure>
      <svg className="chart" viewBox="0 0 784 240" role="img" aria-label={label}>
        {lines.map(({ value, y }) => (
          <g key={value}>
            <path className="g" d={`M84 ${y}H780`} />
            <text x="74" y={y + 3.5} textAnchor="end">
              {format.shortMoney(value, currency)}
            </text>
          </g>
        ))}
        {bars.map(({ month, x, y, height, labelled }) => (
          <g key={month}>
            <rect className="s1" x={x} y={y} width={width} height={height} />
            {labelled && (
              <text x={x + width / 2} y="232" textAnchor="middle">
                {format.shortMonth(month)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
