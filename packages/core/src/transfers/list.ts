import { AppError } from "../kernel/errors.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { shownTransfer, transfersHere } from "./row.ts";
import { listInput, transferPage } from "./schemas.ts";

/** One page of the transfers the caller is a side of, the newest first; an agency's are all. */
export const listTransfers = query("transfer.list", {
  input: listInput,
  output: transferPage,
  run: async ({ tx, ctx }, input) => {
    if (ctx.scope.kind === "distributor") throw new AppError("kind_forbidden");
    const { rows, next, previous } = await listPage(ctx, "transfer.list", input, (place, limit) =>
      transfersHere(tx, { place, limit }),
    );
    return { transfers: rows.map((row) => shownTransfer(row, ctx)), next, previous };
  },
});
