import { none } from "../identity/schemas.ts";
import { chooseColumns } from "../imports/choose-columns.ts";
import { resellerShelf } from "../imports/shelf.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { command } from "../kernel/verb.ts";
import { checkInput } from "./schemas.ts";

/**
 * Says which column is which field and has every row tried; nothing is created. May be said again with other columns
 * until creating begins. Throws a field error for a column that the file does not have.
 */
export const checkResellerImport = command("reseller-import.check", {
  input: checkInput,
  output: none,
  object: ({ id }) => ({ table: "resellerImports", id }),
  run: async (run, input) => {
    const { userId, audit } = await chooseColumns(run, resellerShelf, input);
    await enqueue(run.tx, "reseller-import.carry-out", { importId: input.id, userId });
    return { result: {}, audit };
  },
});
