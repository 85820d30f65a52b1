import { commissionRates } from "@tenantry/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import type { RateWord } from "./rate.ts";
import { rateWords } from "./rate-words.ts";
import type { RateSubject } from "./subject.ts";

/** The newest words that say what counts for a subject; of a reseller or plan, its own. */
export async function wordsOf({ tx, ctx }: Run, subject: RateSubject): Promise<RateWord[]> {
  if (subject.source === "customer") return rateWords(tx, subject.customerId, null);
  const { agencyId } = ctx.tenant;
  const [word] = await tx
    .select()
    .from(commissionRates)
    .where(
      and(
        eq(commissionRates.agencyId, agencyId),
        eq(commissionRates.source, subject.source),
        eq(commissionRates.resellerId, subject.resellerId),
        eq(commissionRates.customerId, agencyId),
        subject.planId ? eq(commissionRates.planId, subject.planId) : undefined,
      ),
    )
    .orderBy(desc(commissionRates.createdAt), desc(commissionRates.id))
    .limit(1);
  return word ? [{ ...word, createdAt: word.createdAt.toISOString() }] : [];
}
