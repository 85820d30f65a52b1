import { sql } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { requireUnchanged } from "../kernel/unchanged.ts";
import { command } from "../kernel/verb.ts";
import { changedFields } from "../resellers/changed-fields.ts";
import { refuseClaimed } from "./claim.ts";
import { keepRate } from "./keep-rate.ts";
import { readPaper, writePaper } from "./paper.ts";
import { lockCustomer } from "./row.ts";
import { updateInput } from "./schemas.ts";

/**
 * Changes of a customer what is given, and leaves the rest. A save that changes
 * nothing leaves no trace. Throws `conflict` when somebody changed it after the `updatedAt` that came along.
 */
export const updateCustomer = command("customer.update", {
  input: updateInput,
  output: none,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id, updatedAt, rateBps, ...after }) => {
    const account = await lockCustomer(run, id);
    requireUnchanged(updatedAt, account.updatedAt);
    const { name, email, externalId, country, resellerId, distributorId } = account;
    const before = { name, email, externalId, country, ...(await readPaper(run, id)) };
    const { email: newEmail, taxId: newTaxId } = after;
    await refuseClaimed(run, {
      email: newEmail === email ? null : newEmail,
      taxId: newTaxId === before.taxId ? null : newTaxId,
    });
    const rated = await keepRate(run, id, rateBps);
    if (changedFields(before, after).length === 0 && !rated)
      return { result: {}, audit: { none: "everything is as it was" } };
    // Also what stands on paper moves `updatedAt`, by which two editors are kept apart.
    await run.tx.execute(sql`select app.change_customer(${id}, ${JSON.stringify(after)}::jsonb)`);
    await writePaper(run, account, after);
    return {
      result: {},
      audit: {
        object: { kind: "customer", id },
        before,
        after: rated ? { ...after, rateBps } : after,
        ...{ resellerId, distributorId },
      },
    };
  },
});
