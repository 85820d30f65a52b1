import type { z } from "zod";
import { fieldError } from "../kernel/errors.ts";
import type { Done, Run } from "../kernel/verb.ts";
import { announceChange } from "../webhooks/announce.ts";
import { grant, promise } from "./pool.ts";
import type { Prepared } from "./prepare.ts";
import { type AllowancePreview, type Given, grantedBy, previewAllowance } from "./rule.ts";
import type { allowanceChange } from "./schemas.ts";

type Change = z.output<typeof allowanceChange>;

/** What a change of an allowance would come to, as an answer. */
export function shown({ child, giver, judged }: Prepared, preview: AllowancePreview): Change {
  const { takenUnits } = judged.child;
  return { accountId: child.accountId, name: child.name, meter: giver.meter, takenUnits, ...preview };
}

/**
 * Carries out a change of an allowance that was prepared with its rows locked: the allowance, what the giver has
 * promised, and what the child has to give on. Throws a field error for what the rule refuses.
 */
export async function give(run: Run, prepared: Prepared, after: Given | null): Promise<Done<Change>> {
  const { tx, ctx } = run;
  const { child, giver, own, judged } = prepared;
  const preview = previewAllowance(judged, after);
  if (preview.refusal) {
    const { field, code, params } = preview.refusal;
    throw fieldError(`/${field}`, code, params);
  }
  await promise(tx, giver, preview.allocatedAfter - preview.allocatedBefore);
  await writeGiven(run, prepared, after);
  if (own) await grant(tx, own, grantedBy(after, judged.child.plan));
  const { before } = preview;
  // A direct customer has no reseller whom an event could be about.
  if (child.resellerId !== ctx.tenant.agencyId) {
    const account = { id: child.accountId, kind: child.kind };
    const more = { account, meter: giver.meter, before, after };
    await announceChange(run, "allowance.changed", child.resellerId, more);
  }
  return {
    result: shown(prepared, preview),
    audit: {
      object: { kind: "allowance", id: child.accountId },
      before: { meter: giver.meter, ...before },
      after: { meter: giver.meter, ...after, allocatedUnits: preview.allocatedAfter },
      resellerId: child.resellerId,
      distributorId: child.distributorId,
    },
  };
}

async function writeGiven({ tx, ctx }: Run, { child, giver }: Prepared, after: Given | null): Promise<void> {
  const key = [ctx.tenant.agencyId, child.accountId, giver.meter];
  if (!after) await tx.named("allowance_take_away", takeAwaySql, key);
  else {
    const scope = [giver.accountId, giver.distributorId, giver.resellerId];
    await tx.named("allowance_give", giveSql, [...key, ...scope, after.mode, after.units]);
  }
}

const giveSql = `
  insert into allowances (agency_id, account_id, meter, parent_id, distributor_id, reseller_id, mode, units)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (agency_id, account_id, meter) do update set mode = excluded.mode, units = excluded.units`;

const takeAwaySql = `delete from allowances where agency_id = $1 and account_id = $2 and meter = $3`;
