import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { shownTransfer, transfersHere } from "./row.ts";
import { byId, transfer } from "./schemas.ts";

/** One transfer, for whoever is a side of it. */
export const readTransfer = query("transfer.read", {
  input: byId,
  output: transfer,
  run: async ({ tx, ctx }, { id }) => {
    if (ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [row] = await transfersHere(tx, { id });
    if (!row) throw new AppError("not_found");
    return shownTransfer(row, ctx);
  },
});
