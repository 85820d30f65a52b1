import type { Tx } from "@tenantry/db";
import { plans } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { databaseNow } from "../kernel/rows.ts";
import { requireUnchanged } from "../kernel/unchanged.ts";
import { command } from "../kernel/verb.ts";
import { diffTerms } from "./diff.ts";
import { ownPlan } from "./own.ts";
import type { PlanOwner } from "./owner.ts";
import { publishedPlan, publishInput } from "./schemas.ts";
import { settleTerms } from "./settle-terms.ts";
import { noTerms, type Terms, terms } from "./terms.ts";

/**
 * Turns a plan's draft into its next version. New resellers get it; those who are on an earlier one stay there. Throws
 * `plan_no_draft` when nothing is prepared, and `conflict` when somebody changed the plan after the `updatedAt` that came
 * along: nobody publishes terms they have not seen.
 */
export const publishPlan = command("plan.publish", {
  input: publishInput,
  output: publishedPlan,
  object: ({ id }) => ({ table: "plans", id }),
  run: async (run, { id, updatedAt }) => {
    const { owner, plan } = await ownPlan(run, id);
    if (plan.archivedAt) throw new AppError("conflict");
    requireUnchanged(updatedAt, plan.updatedAt);
    if (!plan.draft) throw new AppError("plan_no_draft");
    const { prices, meters } = plan.draft;
    const said = await settleTerms(run, owner, terms.parse({ prices, meters }));
    const number = (plan.currentVersion ?? 0) + 1;
    await insertVersion(run.tx, owner, { id: newId(), planId: id, number, at: run.ctx.now }, said);
    await run.tx
      .update(plans)
      .set({ draft: null, currentVersion: number, updatedAt: databaseNow as never })
      .where(and(eq(plans.agencyId, owner.agencyId), eq(plans.id, id)));
    const before = plan.versions[0]?.terms ?? noTerms;
    return {
      result: { id, name: plan.name, version: number },
      audit: {
        object: { kind: "plan", id },
        before: { version: plan.currentVersion },
        after: { version: number, changes: diffTerms(before, said) },
        resellerId: owner.resellerId,
      },
    };
  },
});

interface NewVersion {
  id: string;
  planId: string;
  number: number;
  /** Business time. */
  at: Date;
}

/** One statement, so that a version is there whole or not at all. */
async function insertVersion(tx: Tx, owner: PlanOwner, version: NewVersion, said: Terms): Promise<void> {
  const { agencyId, distributorId, resellerId } = owner;
  const { id, planId, number, at } = version;
  const values = [agencyId, id, planId, number, distributorId, resellerId, at, JSON.stringify(said)];
  await tx.named("insert_plan_version", insertSql, values);
}

const insertSql = `
  with version as (
    insert into plan_versions (agency_id, id, plan_id, number, distributor_id, reseller_id, published_at)
    values ($1, $2, $3, $4, $5, $6, $7)
  ), prices as (
    insert into plan_prices (agency_id, version_id, currency, billed_every, distributor_id, reseller_id, amount_minor)
    select $1, $2, x.currency, x.interval, $5, $6, x."amountMinor"
    from jsonb_to_recordset($8::jsonb->'prices') x (currency text, "interval" text, "amountMinor" bigint)
  ), meters as (
    insert into plan_meters (agency_id, version_id, meter, distributor_id, reseller_id, included_units, block_units,
      soft_cap_units, hard_cap_units, payer)
    select $1, $2, m.meter, $5, $6, m."includedUnits", m."blockUnits", m."softCapUnits", m."hardCapUnits", m.payer
    from jsonb_to_recordset($8::jsonb->'meters') m (meter text, "includedUnits" bigint, "blockUnits" bigint,
      "softCapUnits" bigint, "hardCapUnits" bigint, payer text)
  )
  insert into plan_overages (agency_id, version_id, meter, currency, distributor_id, reseller_id, amount_minor, cost_minor)
  select $1, $2, m->>'meter', o.currency, $5, $6, o."amountMinor", o."costMinor"
  from jsonb_array_elements($8::jsonb->'meters') m,
    jsonb_to_recordset(m->'overages') o (currency text, "amountMinor" bigint, "costMinor" bigint)`;
