import { legalEntities } from "@tenantry/db/schema";
import { databaseNow, ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { changedFields } from "../resellers/changed-fields.ts";
import { onPaper } from "./read.ts";
import { legalEntity, updateInput } from "./schemas.ts";

/** Says who the caller's account is on the invoices it issues from now on. Those that were issued keep what they say. */
export const updateLegalEntity = command("legal-entity.update", {
  input: updateInput,
  output: legalEntity,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const before = await onPaper(run);
    if (changedFields({ ...before }, input).length === 0)
      return { result: before, audit: { none: "everything is as it was" } };
    const { agencyId, distributorId, resellerId } = ownScope(ctx.tenant);
    const accountId = ctx.scope.account;
    await tx
      .insert(legalEntities)
      .values({ agencyId, distributorId, resellerId, accountId, ...input })
      .onConflictDoUpdate({
        target: [legalEntities.agencyId, legalEntities.accountId],
        set: { ...input, updatedAt: databaseNow as never },
      });
    return {
      result: input,
      audit: { object: { kind: "legal-entity", id: accountId }, before: { ...before }, after: input },
    };
  },
});
