import { pageOfRows } from "../imports/list-rows.ts";
import { rowsInput } from "../imports/schemas.ts";
import { resellerShelf } from "../imports/shelf.ts";
import { query } from "../kernel/verb.ts";
import { importRowPage } from "./schemas.ts";

/** The rows of a file in its order, filtered by how far they are, each with what is wrong with it. */
export const listResellerImportRows = query("reseller-import.rows", {
  input: rowsInput,
  output: importRowPage,
  object: ({ id }) => ({ table: "resellerImports", id }),
  run: async (run, input) => {
    const { rows, ...ends } = await pageOfRows(run, resellerShelf, "reseller-import.rows", input);
    return {
      rows: rows.map(({ madeId, madeName, ...row }) => ({
        ...row,
        resellerId: madeId,
        resellerName: madeName,
      })),
      ...ends,
    };
  },
});
