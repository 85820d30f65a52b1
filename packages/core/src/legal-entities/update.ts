import { legalEntities } from "@tenantry/db/schema";
import { databaseNow, ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";
import { changedFields } from "../resellers/changed-fields.ts";
import { maskedIban } from "./bank.ts";
import { onPaper } from "./read.ts";
import { legalEntity, updateInput } from "./schemas.ts";

/** Says who the caller's account is on the invoices it issues from now on. Those that were issued keep what they say. */
export const updateLegalEntity = command("legal-entity.update", {
  input: updateInput,
  output: legalEntity,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const before = await onPaper(run);
    const { iban = before.iban, bic = before.bic } = input;
    const after = { ...input, iban, bic };
    const changed = changedFields({ ...before }, after);
    if (changed.length === 0) return { result: before, audit: { none: "everything is as it was" } };
    const { agencyId, distributorId, resellerId } = ownScope(ctx.tenant);
    const accountId = ctx.scope.account;
    await tx
      .insert(legalEntities)
      .values({ agencyId, distributorId, resellerId, accountId, ...after })
      .onConflictDoUpdate({
        target: [legalEntities.agencyId, legalEntities.accountId],
        set: { ...after, updatedAt: databaseNow as never },
      });
    if (changed.includes("iban"))
      await queueNotice(tx, { kind: "bank_account_changed", subjectId: accountId, accountId });
    return {
      result: after,
      audit: {
        object: { kind: "legal-entity", id: accountId },
        before: { ...told(before) },
        after: { ...told(after) },
      },
    };
  },
});

/** The log says which account it was, not its whole number. */
function told<Entity extends { iban: string | null }>(entity: Entity): Entity {
  return { ...entity, iban: entity.iban && maskedIban(entity.iban) };
}
