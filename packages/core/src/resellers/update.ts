import { accounts, resellers } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { requireUnchanged } from "../kernel/unchanged.ts";
import { command, type Run } from "../kernel/verb.ts";
import { announceChange } from "../webhooks/announce.ts";
import { changedFields } from "./changed-fields.ts";
import { changedContact, checkContact } from "./check-new.ts";
import { updateInput } from "./schemas.ts";

/**
 * Changes of a reseller's name, contact and language what is given, and leaves the rest. Type, plan and login have verbs
 * of their own. A save that changes nothing is told to nobody. Throws `conflict` when somebody changed it after the `updatedAt` that came along.
 */
export const updateReseller = command("reseller.update", {
  beneath: "edit",
  input: updateInput,
  output: none,
  object: ({ id }) => ({ table: "accounts", id }),
  check: checkContact,
  run: async (run, input) => {
    const { updatedAt, ...before } = await readContact(run, input.id);
    requireUnchanged(input.updatedAt, updatedAt);
    const { agencyId } = run.ctx.tenant;
    const { name, country, language, contactName, contactEmail } = input;
    const contact = {
      ...changedContact(input, country ?? before.country ?? undefined),
      contactName,
      contactEmail,
    };
    const after = { name, country, language, ...contact };
    const changed = changedFields(before, after);
    if (changed.length === 0) return { result: {}, audit: { none: "everything is as it was" } };
    await run.tx
      .update(accounts)
      .set({ name, country, language, updatedAt: databaseNow as never })
      .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, input.id)));
    if (Object.values(contact).some((value) => value !== undefined))
      await run.tx
        .update(resellers)
        .set(contact)
        .where(and(eq(resellers.agencyId, agencyId), eq(resellers.id, input.id)));
    await announceChange(run, "reseller.updated", input.id, { changed });
    return {
      result: {},
      audit: { object: { kind: "reseller", id: input.id }, before, after, resellerId: input.id },
    };
  },
});

async function readContact({ tx, ctx }: Run, id: string) {
  const [row] = await tx
    .select({
      updatedAt: accounts.updatedAt,
      name: accounts.name,
      country: accounts.country,
      language: accounts.language,
      phone: resellers.phone,
      website: resellers.website,
      contactName: resellers.contactName,
      contactEmail: resellers.contactEmail,
      contactPhone: resellers.contactPhone,
    })
    .from(accounts)
    .innerJoin(resellers, and(eq(resellers.agencyId, accounts.agencyId), eq(resellers.id, accounts.id)))
    .where(and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, id), isNull(accounts.archivedAt)))
    .for("update");
  if (!row) throw new AppError("not_found");
  return row;
}
