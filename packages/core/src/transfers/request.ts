import { addDays } from "date-fns";
import { z } from "zod";
import { fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { prepareTransfer } from "./facts.ts";
import { askInput } from "./schemas.ts";

/** Days in which all three have to confirm. */
const patience = 30;

/**
 * Asks for moving a customer to another seller. Giver, receiver and customer each confirm; whoever asks and is one of them has. Throws
 * at /receiverCode what stands in the way, and `conflict` where one is open already.
 */
export const requestTransfer = command("transfer.request", {
  input: askInput,
  output: z.object({ id: z.string() }),
  object: ({ customerId }) => ({ table: "accounts", id: customerId }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { facts, receiver, outcome } = await prepareTransfer(run, input);
    if (outcome.block) throw fieldError("/receiverCode", `transfer_${outcome.block}`);
    const id = newId();
    await tx.named("request_transfer", "select app.request_transfer($1, $2, $3, $4, $5)", [
      ...[id, input.customerId, receiver, ctx.now, addDays(ctx.now, patience)],
    ]);
    const { resellerId, distributorId } = ctx.tenant;
    const giverId = facts.giver.id;
    return {
      result: { id },
      audit: {
        object: { kind: "customer", id: input.customerId },
        after: { transfer: id, giver: giverId, receiver },
        ...(giverId === ctx.tenant.agencyId ? { resellerId, distributorId } : { resellerId: giverId }),
      },
    };
  },
});
