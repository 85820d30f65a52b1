import { legalEntities } from "@tenantry/db/schema";
import { AppError, fieldError } from "../kernel/errors.ts";
import { databaseNow, ownScope } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";
import { changedFields } from "../resellers/changed-fields.ts";
import { maskedIban } from "./bank.ts";
import { countRunning } from "./next-invoices.ts";
import { onPaper } from "./read.ts";
import { legalEntity, updateInput } from "./schemas.ts";

/** Says who the caller's account is on the invoices it issues from now on. Those that were issued keep what they say. */
export const updateLegalEntity = command("legal-entity.update", {
  input: updateInput,
  output: legalEntity,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const before = await onPaper(run);
    const { subscriptionsSeen, ...said } = input;
    const { iban = before.iban, bic = before.bic, pricesIncludeTax = before.pricesIncludeTax } = said;
    const after = { ...said, iban, bic, pricesIncludeTax };
    const changed = changedFields({ ...before }, after);
    if (changed.length === 0) return { result: before, audit: { none: "everything is as it was" } };
    if (changed.includes("pricesIncludeTax")) await requireSeen(run, subscriptionsSeen);
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

/** Whoever gives prices another meaning has seen what that does to what already runs. */
async function requireSeen(run: Run, seen: number | undefined): Promise<void> {
  const running = await countRunning(run);
  if (seen === undefined && running > 0)
    throw fieldError("/subscriptionsSeen", "prices_unseen", { count: running });
  if (seen !== undefined && seen !== running) throw new AppError("conflict");
}

/** The log says which account it was, not its whole number. */
function told<Entity extends { iban: string | null }>(entity: Entity): Entity {
  return { ...entity, iban: entity.iban && maskedIban(entity.iban) };
}
