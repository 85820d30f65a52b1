import { inheritedRate, rateCeiling } from "../commissions/rate.ts";
import { sayRate } from "../commissions/say-rate.ts";
import { readSubject } from "../commissions/subject.ts";
import { wordsOf } from "../commissions/words-of.ts";
import { may } from "../kernel/authorize.ts";
import { fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/**
 * Keeps a customer's own commission rate as its form has it: an override only where it differs from what is inherited (features.md 2.13). Undefined
 * leaves it as it is. Answers whether anything was written.
 */
export async function keepRate(run: Run, id: string, rateBps: number | null | undefined): Promise<boolean> {
  if (rateBps === undefined) return false;
  const subject = await readSubject(run, { subject: "customer", id });
  if (!subject.applies) {
    if (rateBps !== null) throw fieldError("/rateBps", "rate_not_here");
    return false;
  }
  const words = await wordsOf(run, subject);
  const below = run.ctx.scope.kind !== "agency";
  const inherited = (below ? rateCeiling : inheritedRate)(words);
  // Where nothing is set a reseller's 0 lowers nothing; an agency's is a word against every rate that comes later.
  const unchanged = inherited ? rateBps === inherited.rateBps : below && rateBps === 0;
  const own = unchanged ? null : rateBps;
  const side = below ? "reseller" : "agency";
  const said = words.find(({ source, setBy }) => source === "customer" && setBy === side);
  if ((said?.rateBps ?? null) === own) return false;
  if (!may(run.ctx.actor, "commission-rate.set")) throw fieldError("/rateBps", "rate_forbidden");
  await sayRate(run, subject, own);
  return true;
}
