import { none } from "../identity/schemas.ts";
import { removeFile } from "../imports/remove.ts";
import { byId } from "../imports/schemas.ts";
import { resellerShelf } from "../imports/shelf.ts";
import { command } from "../kernel/verb.ts";

/** Removes a file with its rows; resellers that were created from it stay. Not while the worker is at it (`conflict`). */
export const removeResellerImport = command("reseller-import.remove", {
  input: byId,
  output: none,
  object: ({ id }) => ({ table: "resellerImports", id }),
  run: (run, { id }) => removeFile(run, resellerShelf, id),
});
