import { query } from "../kernel/verb.ts";
import { countingRate, inheritedRate, rateCeiling } from "./rate.ts";
import { rate, rateOf } from "./schemas.ts";
import { readSubject } from "./subject.ts";
import { wordsOf } from "./words-of.ts";

/** The rate that was set of a customer, a reseller or a plan, and what counts there. */
export const readRate = query("commission-rate.read", {
  input: rateOf,
  output: rate,
  object: ({ subject, id }) => ({ table: subject === "plan" ? "plans" : "accounts", id }),
  run: async (run, input) => {
    const subject = await readSubject(run, input);
    const words = await wordsOf(run, subject);
    const below = run.ctx.scope.kind !== "agency";
    const side = below ? "reseller" : "agency";
    const own = words.find((word) => word.source === subject.source && word.setBy === side);
    const inherited = subject.source === "customer" ? inheritedRate(words) : undefined;
    return {
      applies: subject.applies,
      ownBps: own?.rateBps ?? null,
      counting: countingRate(words) ?? null,
      inherited: inherited ?? null,
      ceilingBps: below ? (rateCeiling(words)?.rateBps ?? 0) : null,
    };
  },
});
