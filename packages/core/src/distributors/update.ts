import { accounts, distributors } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { requireUnchanged } from "../kernel/unchanged.ts";
import { command } from "../kernel/verb.ts";
import { changedFields } from "../resellers/changed-fields.ts";
import { changedContact, checkContact } from "../resellers/check-new.ts";
import { readRows } from "./row.ts";
import { updateInput } from "./schemas.ts";

/**
 * Changes of a distributor's name, contact and language what is given, and leaves the rest. A save that changes nothing
 * leaves no trace. Throws `conflict` when somebody changed it after the `updatedAt` that came along.
 */
export const updateDistributor = command("distributor.update", {
  input: updateInput,
  output: none,
  object: ({ id }) => ({ table: "accounts", id }),
  check: checkContact,
  run: async (run, input) => {
    const { account, contact } = await readRows(run, input.id, true);
    if (account.archivedAt) throw new AppError("not_found");
    requireUnchanged(input.updatedAt, account.updatedAt);
    const { agencyId } = run.ctx.tenant;
    const { name, country, language, contactName, contactEmail } = input;
    const stored = {
      ...changedContact(input, country ?? account.country ?? undefined),
      ...{ contactName, contactEmail },
    };
    const before = {
      ...{ name: account.name, country: account.country, language: account.language },
      ...{ phone: contact.phone, website: contact.website, contactPhone: contact.contactPhone },
      ...{ contactName: contact.contactName, contactEmail: contact.contactEmail },
    };
    const after = { name, country, language, ...stored };
    if (changedFields(before, after).length === 0)
      return { result: {}, audit: { none: "everything is as it was" } };
    await run.tx
      .update(accounts)
      .set({ name, country, language, updatedAt: databaseNow as never })
      .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, input.id)));
    if (Object.values(stored).some((value) => value !== undefined))
      await run.tx
        .update(distributors)
        .set(stored)
        .where(and(eq(distributors.agencyId, agencyId), eq(distributors.id, input.id)));
    return {
      result: {},
      audit: { object: { kind: "distributor", id: input.id }, before, after, distributorId: input.id },
    };
  },
});
