import { z } from "zod";
import { id, none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { cancelWaitingType } from "./apply-type-change.ts";

/** Calls off the change of type that waits for a reseller. `conflict` where none waits. */
export const keepType = command("reseller.keep-type", {
  input: z.strictObject({ id }),
  output: none,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async ({ tx, ctx }, input) => {
    const cancelled = await cancelWaitingType(tx, ctx.tenant.agencyId, input.id, ctx.now);
    if (cancelled === 0) throw new AppError("conflict");
    return {
      result: {},
      audit: {
        object: { kind: "reseller", id: input.id },
        after: { typeChange: "cancelled" },
        resellerId: input.id,
      },
    };
  },
});
