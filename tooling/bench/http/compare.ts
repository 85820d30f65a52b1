import { atLeast, type BenchRow, median, reported } from "../row.ts";
import { type Call, load } from "./load.ts";

const connections = 16;
/** Node compiles what it has run some thousand times; at some hundred creates a second that takes a while. */
const warmingTurns = 8;

export interface Side {
  port: number;
  call: Call;
}

export interface Comparison {
  name: string;
  ours: Side;
  bare: Side;
  /** What ours has to reach of bare. */
  bar: number;
  rounds: number;
  seconds: number;
}

/** Ours against bare: turn by turn in one run, so that both see the same machine; the median of the turns' ratios. */
export async function compare({ name, ours, bare, bar, rounds, seconds }: Comparison): Promise<BenchRow[]> {
  const speeds = { ours: [] as number[], bare: [] as number[], p50: [] as number[] };
  for (const side of [bare, ours]) await load(side.port, side.call, connections, seconds * warmingTurns);
  for (let round = 0; round < rounds; round++) {
    const bareTurn = await load(bare.port, bare.call, connections, seconds);
    const ourTurn = await load(ours.port, ours.call, connections, seconds);
    speeds.bare.push(bareTurn.perSecond);
    speeds.ours.push(ourTurn.perSecond);
    speeds.p50.push(ourTurn.p50);
  }
  const ratios = speeds.ours.map((own, turn) => own / speeds.bare[turn]!);
  return [
    atLeast(`${name}: ratio to bare`, round(median(ratios)), bar, "x"),
    reported(`${name}: requests`, Math.round(median(speeds.ours)), "per second"),
    reported(`${name}: bare`, Math.round(median(speeds.bare)), "per second"),
    reported(`${name}: p50 at ${connections} connections`, round(median(speeds.p50)), "ms"),
  ];
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
