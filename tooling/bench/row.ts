/** A line of the benchmark's table. */
export interface BenchRow {
  name: string;
  value: number;
  /** What `value` has to reach, or must not pass; null where it is only reported. */
  bar: number | null;
  unit: string;
  passed: boolean;
}

/** A row that passes from `bar` upwards. */
export function atLeast(name: string, value: number, bar: number, unit: string): BenchRow {
  return { name, value, bar, unit, passed: value >= bar };
}

/** A row that passes up to `bar`. */
export function atMost(name: string, value: number, bar: number, unit: string): BenchRow {
  return { name, value, bar, unit, passed: value <= bar };
}

/** A row that nothing hangs on. */
export function reported(name: string, value: number, unit: string): BenchRow {
  return { name, value, bar: null, unit, passed: true };
}

/** The middle value; of an even number of values the upper one. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
