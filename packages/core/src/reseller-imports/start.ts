import { byId, started } from "../imports/schemas.ts";
import { resellerShelf } from "../imports/shelf.ts";
import { startFile } from "../imports/start.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { command } from "../kernel/verb.ts";

/**
 * Creates a reseller for every row that was found ready, each as its own change with its own audit entry and
 * invitation; the worker carries it out. Rows found wrong are left out. Throws `conflict` before the rows were checked.
 */
export const startResellerImport = command("reseller-import.start", {
  input: byId,
  output: started,
  object: ({ id }) => ({ table: "resellerImports", id }),
  run: async (run, { id }) => {
    const { userId, done } = await startFile(run, resellerShelf, id);
    await enqueue(run.tx, "reseller-import.carry-out", { importId: id, userId });
    return done;
  },
});
