import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { histories } from "../random-history.ts";
import { playBoth } from "./play-both.ts";
import { openStage, type Stage } from "./stage.ts";

// T43: the product against the reference model, behind every step. Long form: SOAK=1.
const [seeds, minutes] = process.env.SOAK === "1" ? [1_000, 120] : [Number(process.env.RUNS ?? 6), 4];
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

it("says the same as the model behind every step", { timeout: (minutes + 1) * 60_000 }, async () => {
  let steps = 0;
  const began = Date.now();
  const played = await Promise.all(
    lanes.map((zone, lane) =>
      fc.check(
        fc.asyncProperty(histories(length), async (history) => {
          steps += await playBoth(stages[lane]!, history, zone);
        }),
        {
          ...{ numRuns: Math.ceil(seeds / lanes.length), interruptAfterTimeLimit: minutes * 60_000 },
          ...(process.env.SEED && { seed: Number(process.env.SEED) }),
        },
      ),
    ),
  );
  console.log(steps, Date.now() - began);
  for (const { failed, seed, numShrinks, errorInstance } of played)
    expect(failed, `seed ${seed}, shrunk ${numShrinks} times\n${(errorInstance as Error)?.message}`).toBe(
      false,
    );
});
