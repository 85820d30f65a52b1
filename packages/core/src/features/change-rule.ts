import { featureReleases } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { enqueue } from "../jobs/enqueue.ts";
import { newId } from "../kernel/ids.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { countChange } from "./accounts-sql.ts";
import { releaser } from "./releaser.ts";
import type { FeatureRow } from "./rows-sql.ts";
import { type Rule, ruleOf } from "./rule.ts";

/**
 * Puts another rule in the place of the caller's, whose row is locked (own.ts); the worker tells the webhooks of every
 * reseller that gets the feature or loses it. Gives the numbers that the preview gave, and what the audit says.
 */
export async function changeRule(run: Run, feature: FeatureRow, after: Rule) {
  const { tx, ctx } = run;
  const { agencyId, distributorId, resellerId } = releaser(run);
  const before = ruleOf(feature);
  const { gaining, losing } = await countChange(run, { featureId: feature.id, before, after });
  const { reach, types, percent } = after;
  await tx
    .update(featureReleases)
    .set({
      ...{ reach, types, percent, planIds: after.plan_ids, updatedAt: databaseNow as never },
      withdrawnAt: after.withdrawn_at === null ? null : new Date(after.withdrawn_at),
    })
    .where(
      and(
        eq(featureReleases.agencyId, agencyId),
        eq(featureReleases.featureId, feature.id),
        eq(featureReleases.resellerId, resellerId),
      ),
    );
  if (resellerId === agencyId && gaining + losing > 0) {
    const job = {
      featureId: feature.id,
      before,
      after,
      at: ctx.now.toISOString(),
      from: null,
      eventId: newId(),
    };
    await enqueue(tx, "feature.announce", job);
  }
  return {
    result: { id: feature.id, name: feature.name, gaining, losing },
    audit: {
      object: { kind: "feature", id: feature.id },
      before: { release: told(before) },
      after: { release: told(after), gaining, losing },
      ...{ distributorId, resellerId },
    },
  };
}

/** A rule in the words of the API. */
function told({ reach, types, plan_ids: planIds, percent, withdrawn_at }: Rule) {
  const tier = reach === "tier" ? { types, planIds } : {};
  return { reach, ...tier, ...(reach === "percentage" ? { percent } : {}), withdrawn: withdrawn_at !== null };
}
