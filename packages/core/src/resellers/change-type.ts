import { typeChanges } from "@tenantry/db/schema";
import { fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { applyType, cancelWaitingType } from "./apply-type-change.ts";
import { prepareTypeChange } from "./prepare-type-change.ts";
import { plannedTypeChange, typeChangeInput } from "./type-change-schemas.ts";

/**
 * Changes the model a reseller sells under, now or from a day to come (B-33). What waited for it before is called off.
 * Business time decides, and the worker's sweep carries out what is due.
 */
export const changeType = command("reseller.change-type", {
  input: typeChangeInput,
  output: plannedTypeChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const { name, distributorId, change, dueAt } = await prepareTypeChange(run, input, true);
    if (change.same) throw fieldError("/type", "type_same");
    await cancelWaitingType(tx, agencyId, input.id, ctx.now);
    const move = { resellerId: input.id, fromType: change.before, toType: change.after };
    await tx.insert(typeChanges).values({
      ...move,
      ...{ agencyId, id: newId(), distributorId, dueAt, createdAt: ctx.now },
      ...(input.day ? {} : { state: "done" as const, settledAt: ctx.now }),
    });
    if (!input.day) await applyType(tx, agencyId, move, ctx.now);
    return {
      result: { ...change, id: input.id, name, dueAt: dueAt.toISOString() },
      audit: {
        object: { kind: "reseller", id: input.id },
        before: { type: change.before },
        after: { type: change.after, dueAt: dueAt.toISOString() },
        resellerId: input.id,
      },
    };
  },
});
