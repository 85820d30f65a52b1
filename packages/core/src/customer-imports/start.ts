import { byId, started } from "../imports/schemas.ts";
import { customerShelf } from "../imports/shelf.ts";
import { startFile } from "../imports/start.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { command } from "../kernel/verb.ts";
import { fieldsFor } from "./fields.ts";

/**
 * Creates the customer and takes over the subscription of every row that was found ready, each as its own change with its own
 * audit entry; the worker carries it out. Rows found wrong are left out. Throws `conflict` before the rows were checked.
 */
export const startCustomerImport = command("customer-import.start", {
  input: byId,
  output: started,
  object: ({ id }) => ({ table: "customerImports", id }),
  run: async (run, { id }) => {
    fieldsFor(run);
    const { userId, done } = await startFile(run, customerShelf, id);
    const accountId = run.ctx.scope.account;
    await enqueue(run.tx, "customer-import.carry-out", { importId: id, userId, accountId });
    return done;
  },
});
