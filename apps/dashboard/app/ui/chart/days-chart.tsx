import { useFormat } from "../../words/format.tsx";

interface Bar {
  y: number;
  height: number;
}

export interface DaysDrawing {
  width: number;
  bars: { day: string; x: number; first: Bar; second: Bar; toCome: boolean }[];
  lines: { value: number; y: number }[];
  labels: { day: string; at: number; minor: boolean }[];
}

/** `label` says in a sentence what the picture shows; the table below it says everything. */
export function DaysChart({ drawing, label }: { drawing: DaysDrawing; label: string }) {
  const format = useFormat();
  const { width, bars, lines, labels } = drawing;
  return (
    <figure>
      <svg className="chart" viewBox="0 0 784 240" role="img" aria-label={label}>
        {lines.map((each) => (
          <g key={each.value}>
            <path className="g" d={`M40 ${each.y}H780`} />
            <text x="30" y={each.y + 3.5} textAnchor="end">
              {shortNumber(each.value)}
            </text>
          </g>
        ))}
        {bars.map((bar) =>
          bar.toCome ? (
            <rect key={bar.day} className="to" x={bar.x} y="210" width={width} height="2" />
          ) : (
            <g key={bar.day}>
              <rect className="s1" x={bar.x} y={bar.first.y} width={width} height={bar.first.height} />
              <rect
                className="s2"
                x={bar.x}
                y={bar.second.y}
                width={width}
                height={bar.second.height}
                rx="2"
              />
            </g>
          ),
        )}
        {labels.map(({ day, at, minor }) => (
          <text
            key={day}
            x={(bars[at]?.x ?? 0) + width / 2}
            y="232"
            textAnchor="middle"
            className={minor ? "alt" : undefined}
          >
            {format.shortDay(day)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

function shortNumber(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000}M`;
  return value >= 1000 ? `${value / 1000}k` : String(value);
}
