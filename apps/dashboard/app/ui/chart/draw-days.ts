import { scaleBand, scaleLinear } from "d3-scale";
import type { DaysDrawing } from "./days-chart.tsx";

export interface DayValues {
  /** Calendar date, "2026-11-20". */
  day: string;
  first: number;
  second: number;
}

const LEFT = 40;
const RIGHT = 770;
const TOP = 12;
const FLOOR = 212;

/**
 * Stacked bars for every day of [from, to]. Days after the last known one become stubs, so a month keeps its width
 * while it fills. Called in loaders: d3 stays on the server.
 */
export function drawDays(values: readonly DayValues[], from: string, to: string): DaysDrawing {
  const days = daysBetween(from, to);
  const known = new Map(values.map((value) => [value.day, value]));
  const last =
    values
      .map((value) => value.day)
      .sort()
      .at(-1) ?? "";
  const highest = Math.max(1, ...values.map(({ first, second }) => first + second));
  const y = scaleLinear().domain([0, highest]).range([FLOOR, TOP]);
  const x = scaleBand<string>().domain(days).range([LEFT, RIGHT]).paddingInner(0.35);
  const width = tenth(x.bandwidth());
  const bars = days.map((day) => {
    const value = known.get(day);
    const first = value?.first ?? 0;
    const middle = tenth(y(first));
    const top = tenth(y(first + (value?.second ?? 0)));
    // Two pixels part the series; a bar too low for the gap is drawn without it.
    const gap = first > 0 && middle - top > 2 ? 1.5 : 0;
    return {
      day,
      x: tenth(x(day) ?? LEFT),
      first: { y: middle, height: tenth(FLOOR - middle) },
      second: { y: top, height: tenth(Math.max(0, middle - top - gap)) },
      toCome: day > last,
    };
  });
  const lines = gridLines(highest).map((tick) => ({ value: tick, y: tenth(y(tick)) + 0.5 }));
  return { width, bars, lines, labels: labelled(days) };
}

/** Five to seven dates: the first, the last, and steps between; every other one gives way on a phone. */
function labelled(days: string[]): DaysDrawing["labels"] {
  const step = Math.max(1, Math.round(days.length / 6));
  const places = days.map((_, at) => at).filter((at) => at % step === 0 && days.length - 1 - at >= step / 2);
  places.push(days.length - 1);
  return places.map((at, nth) => ({
    day: days[at] ?? "",
    at,
    minor: nth % 2 === 1 && at !== days.length - 1,
  }));
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const end = Date.parse(`${to}T00:00:00Z`);
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= end; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** Zero and at most three round numbers above it. */
function gridLines(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(highest / 3));
  const steps = [1, 2, 2.5, 4, 5, 10].map((factor) => Math.max(1, factor * power));
  const step = steps.find((each) => highest / each < 4) ?? highest;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, nth) => nth * step);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
