import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./days.ts";
import { play } from "./history.ts";
import { broken } from "./invariants.ts";
import { observe } from "./observed.ts";
import { histories } from "./random-history.ts";
import { take } from "./steps.ts";
import { found } from "./world.ts";

describe("random histories", () => {
  it("keep every invariant after each of 200 steps", () => {
    fc.assert(
      fc.property(histories(200), (history) => {
        play(history, (world) => {
          expect(broken(world)).toEqual([]);
        });
      }),
      { numRuns: 50 },
    );
  });

  it("change nothing by a step that is refused", () => {
    fc.assert(
      fc.property(histories(60), (history) => {
        let before = structuredClone(found(history.setup));
        play(history, (world, { refused }) => {
          if (refused) expect(world).toEqual(before);
          before = structuredClone(world);
        });
      }),
      { numRuns: 20 },
    );
  });

  it("come out the same when their steps are taken again, each leap over many days day by day", () => {
    fc.assert(
      fc.property(histories(100), (history) => {
        const { world, taken } = play(history);
        const again = found(history.setup);
        for (const { step, refused } of taken) {
          if (step.do === "advance")
            while (again.today < step.to) take(again, { do: "advance", to: addDays(again.today, 1) });
          else expect(take(again, step)).toBe(refused);
        }
        expect(observe(again)).toEqual(observe(world));
      }),
      { numRuns: 20 },
    );
  });

  it("come to each kind of step, decision and rate source, and to most refusals", () => {
    const seen = new Set<string>();
    for (const history of fc.sample(histories(200), { seed: 1, numRuns: 60 })) {
      const { world, taken } = play(history);
      for (const { step, refused } of taken) seen.add(refused ?? step.do);
      for (const { outcome, reason } of world.decisions) seen.add(reason ?? outcome);
      for (const { day, customer, meter } of world.usage)
        if (
          world.counts.some((one) => one.customer === customer && one.meter === meter && day < one.period.to)
        )
          seen.add(`late ${meter}`);
      for (const line of world.invoices.flatMap(({ lines }) => lines)) {
        seen.add(line.kind);
        if (line.rate) seen.add(`by ${line.rate.source}`);
      }
      for (const { amount, payout } of world.commissions) if (amount < 0n && payout) seen.add("set off");
      for (const { lines } of world.payouts) if (lines.length > 2) seen.add("many lines");
    }
    expect([...seen].sort()).toEqual(
      [
        ...["void", "give up", "not_open"],
        ...["sell", "change", "cancel", "reactivate", "advance", "set rate", "set price", "set type", "pay"],
        ...[
          "pay and refund",
          "refund",
          "refund rest",
          "charge back",
          "pay out",
          "complete payout",
          "fail payout",
          ...["draft payouts", "send payout", "not_a_draft", "not_sent"],
        ],
        ...["move", "moving", "change_waits", "handed_over"],
        ...["cancel payout", "stop", "restart", "stopped", "cancelled", "nothing_due", "below_minimum"],
        ...[
          "created",
          "direct",
          "own_sale",
          "own_plans",
          "wholesale",
          "no_rate",
          "rate_zero",
          "rounds_to_zero",
        ],
        ...["use", "overage", "correction", "late messages", "late team_members"],
        ...["new", "renewal", "by customer", "by plan", "by agreement", "by reseller", "set off"],
        "many lines",
      ].sort(),
    );
  });

  it("shrink to the few steps that matter", () => {
    const failed = fc.check(
      fc.property(histories(200), (history) =>
        play(history).world.payouts.every(({ state }) => state !== "done"),
      ),
      { seed: 5 },
    );
    const [history] = failed.counterexample!;
    expect(play(history).taken.map(({ step }) => step.do)).toEqual(
      expect.arrayContaining(["set rate", "sell", "pay", "advance", "complete payout"]),
    );
    expect(history.drafts.length).toBeLessThan(12);
  });
});
