import { none } from "../identity/schemas.ts";
import { removeFile } from "../imports/remove.ts";
import { byId } from "../imports/schemas.ts";
import { customerShelf } from "../imports/shelf.ts";
import { command } from "../kernel/verb.ts";
import { fieldsFor } from "./fields.ts";

/** Removes a file with its rows; customers that were created from it stay. Not while the worker is at it (`conflict`). */
export const removeCustomerImport = command("customer-import.remove", {
  input: byId,
  output: none,
  object: ({ id }) => ({ table: "customerImports", id }),
  run: async (run, { id }) => {
    fieldsFor(run);
    return removeFile(run, customerShelf, id);
  },
});
