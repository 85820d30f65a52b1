import { commissionRates } from "@tenantry/db/schema";
import { sql } from "drizzle-orm";
import { fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Run } from "../kernel/verb.ts";
import { rateCeiling } from "./rate.ts";
import type { RateSubject } from "./subject.ts";
import { wordsOf } from "./words-of.ts";

/**
 * Says a rate of a subject, null = taken away; undefined when that changes nothing. Throws a field error when a reseller
 * asks for more than it has.
 */
export async function sayRate(
  run: Run,
  subject: RateSubject,
  rateBps: number | null,
): Promise<{ beforeBps: number | null } | undefined> {
  const { tx, ctx } = run;
  const words = await wordsOf(run, subject);
  const below = ctx.scope.kind !== "agency";
  const setBy = below ? ("reseller" as const) : ("agency" as const);
  const ceiling = rateCeiling(words)?.rateBps ?? 0;
  if (below && rateBps !== null && rateBps > ceiling) throw fieldError("/rateBps", "rate_high");
  const mine = words.find((word) => word.source === subject.source && word.setBy === setBy);
  const beforeBps = mine?.rateBps ?? null;
  const theirs = words.find((word) => word.source === subject.source && word.setBy !== setBy);
  const overtaken = theirs && (!mine || theirs.createdAt > mine.createdAt);
  const resellersBps = below ? rateBps : theirs?.rateBps;
  // Said again after the other side's word it is the newer of the two, which matters while the reseller's says something.
  if (beforeBps === rateBps && !(overtaken && typeof resellersBps === "number")) return undefined;
  if (below) {
    await tx.execute(
      sql`select app.lower_rate(${newId()}, ${subject.customerId}, ${rateBps}, ${ctx.now.toISOString()}::timestamptz)`,
    );
    return { beforeBps };
  }
  const { source, distributorId, resellerId, customerId, planId } = subject;
  await tx.insert(commissionRates).values({
    ...{ agencyId: ctx.tenant.agencyId, id: newId(), distributorId, resellerId, customerId, planId, source },
    ...{ rateBps, setBy, setAt: ctx.now },
  });
  return { beforeBps };
}
