import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { customerOf, transfersHere } from "./row.ts";
import { answerInput } from "./schemas.ts";

/**
 * A side's word: confirmed or refused. With the third confirmation the worker sets the day. Throws `not_found` for who sees no such
 * transfer, `forbidden` for an agency that is no side of it, and `conflict` where nothing is asked any more.
 */
export const answerTransfer = command("transfer.answer", {
  ofRealm: true,
  input: answerInput,
  output: none,
  run: async ({ tx, ctx }, { id, confirms }) => {
    if (ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [row] = await transfersHere(tx, { id, customer: customerOf(ctx.actor) });
    if (!row) throw new AppError("not_found");
    const values = [id, customerOf(ctx.actor), confirms, ctx.now];
    const text = "select app.answer_transfer($1, $2, $3, $4) as side";
    const [answered] = await tx.named<{ side: string | null }>("answer_transfer", text, values);
    const side = answered?.side;
    if (!side) throw new AppError("forbidden");
    if (side === "settled") throw new AppError("conflict");
    return {
      result: {},
      audit: { object: { kind: "customer", id: row.customerId }, after: { transfer: id, side, confirms } },
    };
  },
});
