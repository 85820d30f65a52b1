import { sql } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { requireUnchanged } from "../kernel/unchanged.ts";
import { command } from "../kernel/verb.ts";
import { changedFields } from "../resellers/changed-fields.ts";
import { lockCustomer } from "./row.ts";
import { updateInput } from "./schemas.ts";

/**
 * Changes of a customer's name, e-mail, external id and country what is given, and leaves the rest. A save that changes
 * nothing leaves no trace. Throws `conflict` when somebody changed it after the `updatedAt` that came along.
 */
export const updateCustomer = command("customer.update", {
  input: updateInput,
  output: none,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id, updatedAt, ...after }) => {
    const account = await lockCustomer(run, id);
    requireUnchanged(updatedAt, account.updatedAt);
    const { name, email, externalId, country, resellerId, distributorId } = account;
    const before = { name, email, externalId, country };
    if (changedFields(before, after).length === 0)
      return { result: {}, audit: { none: "everything is as it was" } };
    await run.tx.execute(sql`select app.change_customer(${id}, ${JSON.stringify(after)}::jsonb)`);
    return {
      result: {},
      audit: { object: { kind: "customer", id }, before, after, resellerId, distributorId },
    };
  },
});
