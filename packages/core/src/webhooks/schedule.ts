import { ping } from "./event-types.ts";

const minute = 60;
const hour = 60 * minute;

/** Seconds between one attempt and the next; together just under three days. */
export const pauses = [
  ...[5, 5 * minute, 30 * minute, 2 * hour, 5 * hour],
  ...[10 * hour, 14 * hour, 20 * hour, 20 * hour],
] as const;

/** Seconds from the first attempt to the last, at most. */
export const wholeSchedule = pauses.reduce<number>((sum, pause) => sum + pause, 0);

/** Part of a pause that chance may take off, so that what failed together does not come back together. */
const jitter = 0.2;

/** What comes after an attempt. */
export type Outcome =
  | { state: "succeeded" }
  | { state: "pending"; seconds: number }
  /** `gone`: the receiver says it will never take anything again. */
  | { state: "failed"; gone: boolean };

/**
 * What an answer's status (null = none came) means for a message whose `step`-th attempt it was, counted from 0. Any 2xx
 * is a yes; 410 ends it; everything else, redirects included, is tried again until the schedule ends. A ping is tried
 * once. `chance` is in [0, 1). Pure.
 */
export function outcomeOf(status: number | null, step: number, type: string, chance: number): Outcome {
  if (status !== null && status >= 200 && status < 300) return { state: "succeeded" };
  if (status === 410) return { state: "failed", gone: type !== ping };
  const pause = type === ping ? undefined : pauses[step];
  return pause === undefined
    ? { state: "failed", gone: false }
    : { state: "pending", seconds: pause * (1 - jitter * chance) };
}
