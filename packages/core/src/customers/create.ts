import { accounts, customers } from "@tenantry/db/schema";
import { addDays } from "date-fns";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { enqueue } from "../jobs/enqueue.ts";
import { fieldError } from "../kernel/errors.ts";
import { newCode, newId } from "../kernel/ids.ts";
import { command, type Run } from "../kernel/verb.ts";
import { stopRulesOf } from "../tenancy/stop-modes.ts";
import { claimDays, refuseClaimed } from "./claim.ts";
import { keepRate } from "./keep-rate.ts";
import { shown } from "./row.ts";
import { createInput, listedCustomer } from "./schemas.ts";

/**
 * Makes a customer under a reseller, or directly under the agency. Usage that named it before it existed is driven
 * again. A reseller's customers are always its own.
 */
export const createCustomer = command("customer.create", {
  input: createInput,
  output: listedCustomer,
  run: async (run, input) => {
    const added = await addCustomer(run, input);
    const { account, parent, paper } = added;
    return { result: shown(account, parent, run.ctx, { paper }), audit: auditOf(added, input) };
  },
});

/** What the audit says of a customer that was made. */
export function auditOf(
  { account: { id, resellerId, distributorId } }: Awaited<ReturnType<typeof addCustomer>>,
  input: z.output<typeof createInput>,
) {
  return { object: { kind: "customer", id }, after: input, resellerId, distributorId };
}

/** Writes a customer, for making one and for trying whether one can be made. */
export async function addCustomer(run: Run, input: z.output<typeof createInput>) {
  const { tx, ctx } = run;
  const parent = await readParent(run, input.parentId);
  await refuseClaimed(run, input);
  const id = newId();
  const account = {
    agencyId: ctx.tenant.agencyId,
    id,
    kind: "customer" as const,
    parentId: parent.id,
    distributorId: parent.distributorId,
    resellerId: parent.resellerId,
    customerId: id,
    code: newCode("customer"),
    name: input.name,
    email: input.email ?? null,
    externalId: input.externalId ?? null,
    country: input.country ?? null,
    status: input.active ? ("active" as const) : ("locked" as const),
    createdAt: ctx.now,
  };
  await tx.insert(accounts).values(account);
  const { agencyId, distributorId, resellerId } = account;
  const paper = { type: input.type, address: input.address, taxId: input.taxId ?? null };
  const claimedUntil = addDays(ctx.now, claimDays);
  const scope = { agencyId, distributorId, resellerId, customerId: id };
  await tx.insert(customers).values({ ...scope, id, claimedUntil, ...paper });
  await keepRate(run, id, input.rateBps);
  await enqueue(tx, "usage.redrive", {}, "usage.redrive");
  return { account, parent, paper };
}

async function readParent({ tx, ctx }: Run, parentId = ctx.scope.account) {
  // A distributor sells through its resellers, and what they sell is theirs.
  if (ctx.scope.kind === "distributor") throw fieldError("/parentId", "account_unknown");
  const [parent] = await tx
    .select({
      id: accounts.id,
      name: accounts.name,
      kind: accounts.kind,
      distributorId: accounts.distributorId,
      resellerId: accounts.resellerId,
      status: accounts.status,
    })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.id, parentId),
        inArray(accounts.kind, ["agency", "reseller"]),
        isNull(accounts.archivedAt),
      ),
    );
  if (!parent) throw fieldError("/parentId", "account_unknown");
  if (!stopRulesOf(parent.status).newBusiness) throw fieldError("/parentId", "seller_stopped");
  return parent;
}
