import { line } from "d3-shape";
import type { SparkDrawing } from "./spark.tsx";

const WIDTH = 86;
const HEIGHT = 36;

/** Called in loaders: paths travel to the browser, d3 does not. Both lines share one scale. */
export function drawSpark(now: readonly number[], before: readonly number[]): SparkDrawing | undefined {
  if (now.length < 2) return undefined;
  const top = Math.max(...now, ...before);
  const bottom = Math.min(...now, ...before);
  // A flat line tells nothing that the words beside it do not.
  if (top === bottom) return undefined;
  const span = top - bottom;
  const y = (value: number) => round(4 + (1 - (value - bottom) / span) * (HEIGHT - 4));
  const path = (values: readonly number[]) => {
    const x = (at: number) => round(1 + (at / Math.max(1, values.length - 1)) * WIDTH);
    return line<number>((_, at) => x(at), y)(values) ?? "";
  };
  return {
    now: path(now),
    before: before.length > 1 ? path(before) : "",
    x: WIDTH + 1,
    y: y(now.at(-1) ?? 0),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
