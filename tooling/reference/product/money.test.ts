import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { histories } from "../random-history.ts";
import { playBoth } from "./play-both.ts";
import { smallest } from "./smallest.ts";
import { openStage, type Stage } from "./stage.ts";

// T43: the product against the reference model, behind every step. Long form: SOAK=1.
const [seeds, minutes] = process.env.SOAK === "1" ? [1_000, 120] : [Number(process.env.SEEDS ?? 50), 10];
const length = 200;
/** Played at the same time, each in a database and a zone of its own. */
const lanes = ["Europe/Lisbon", "Pacific/Auckland"];

let stages: Stage[];
beforeAll(async () => {
  stages = await Promise.all(lanes.map(openStage));
});
afterAll(async () => {
  await Promise.all(stages.map((stage) => stage.close()));
});

it("says the same as the model behind every step", { timeout: (minutes + 2) * 60_000 }, async () => {
  let steps = 0;
  const play = async (lane: number) => {
    const played = await fc.check(
      fc.asyncProperty(histories(length), async (history) => {
        const taken = await playBoth(stages[lane]!, history, lanes[lane]!);
        steps += taken;
      }),
      {
        ...{ numRuns: Math.ceil(seeds / lanes.length), endOnFailure: true },
        ...{ interruptAfterTimeLimit: minutes * 60_000, markInterruptAsFailure: true },
      },
    );
    if (!played.failed) return undefined;
    const [history] = played.counterexample ?? [];
    if (!history) return `Only ${steps} steps in ${minutes} minutes`;
    const { setup } = history;
    const { error } = await smallest(history.drafts, (drafts) =>
      playBoth(stages[lane]!, { setup, drafts }, lanes[lane]!).then(
        () => undefined,
        (wrong: Error) => wrong,
      ),
    );
    return `Seed ${played.seed} ${played.counterexamplePath}, of ${setup.today}:\n${error?.message ?? "not again"}`;
  };
  const failed = await Promise.all(lanes.map((_, lane) => play(lane)));
  expect(failed.filter(Boolean).join("\n\n")).toBe("");
  expect(steps).toBeGreaterThan(seeds * 50);
});
