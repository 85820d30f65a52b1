import { scaleBand, scaleLinear } from "d3-scale";
import type { MonthsDrawing } from "./months-chart.tsx";

export interface MonthValue {
  /** "2026-11" */
  month: string;
  value: number;
}

const LEFT = 84;
const RIGHT = 770;
const TOP = 12;
const FLOOR = 212;
/** More labels than this run into each other. */
const mostLabels = 7;

/** A bar for every month, from zero up or down. Called in loaders: d3 stays on the server. */
export function drawMonths(values: readonly MonthValue[]): MonthsDrawing {
  const amounts = values.map(({ value }) => value);
  const y = scaleLinear()
    .domain([Math.min(0, ...amounts), Math.max(0, ...amounts, Math.min(...amounts) < 0 ? 0 : 1)])
    .range([FLOOR, TOP])
    .nice(4);
  const x = scaleBand<string>()
    .domain(values.map(({ month }) => month))
    .range([LEFT, RIGHT])
    .paddingInner(0.35);
  const zero = y(0);
  const step = Math.ceil(values.length / mostLabels);
  return {
    width: tenth(x.bandwidth()),
    bars: values.map(({ month, value }, at) => ({
      month,
      x: tenth(x(month) ?? LEFT),
      y: tenth(Math.min(zero, y(value))),
      height: tenth(Math.abs(y(value) - zero)),
      labelled: at % step === 0,
    })),
    lines: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: tenth(y(value)) + 0.5 })),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
