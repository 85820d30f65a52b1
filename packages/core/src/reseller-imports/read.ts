import { readFacts } from "../imports/read.ts";
import { byId } from "../imports/schemas.ts";
import { resellerShelf } from "../imports/shelf.ts";
import { query } from "../kernel/verb.ts";
import { guessColumns } from "./guess-columns.ts";
import { resellerImport } from "./schemas.ts";

/** A file of resellers to be: its columns, and its rows by how far they are. */
export const readResellerImport = query("reseller-import.read", {
  input: byId,
  output: resellerImport,
  object: ({ id }) => ({ table: "resellerImports", id }),
  run: async (run, { id }) => {
    const found = await readFacts(run, resellerShelf, id);
    return { ...found, columns: found.columns ?? guessColumns(found.head), defaults: found.defaults ?? {} };
  },
});
