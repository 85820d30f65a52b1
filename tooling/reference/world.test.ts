import fc from "fast-check";
import { expect, it } from "vitest";
import { play } from "./history.ts";
import { broken } from "./invariants.ts";
import { histories } from "./random-history.ts";

it("keeps every invariant after each of 200 steps", () => {
  fc.assert(
    fc.property(histories(200), (history) => {
      play(history, (world) => {
        expect(broken(world)).toEqual([]);
      });
    }),
    { numRuns: 50 },
  );
});
