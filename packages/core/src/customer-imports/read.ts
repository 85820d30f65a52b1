import { readFacts } from "../imports/read.ts";
import { byId } from "../imports/schemas.ts";
import { customerShelf } from "../imports/shelf.ts";
import { query } from "../kernel/verb.ts";
import { fieldsFor } from "./fields.ts";
import { guessColumns } from "./guess-columns.ts";
import { readTotals } from "./read-totals.ts";
import { customerImport } from "./schemas.ts";

/** A file of customers to be: its columns, its rows by how far they are, and what those come to. */
export const readCustomerImport = query("customer-import.read", {
  input: byId,
  output: customerImport,
  object: ({ id }) => ({ table: "customerImports", id }),
  run: async (run, { id }) => {
    const offered = fieldsFor(run);
    const found = await readFacts(run, customerShelf, id);
    return {
      ...found,
      ...offered,
      columns: found.columns ?? guessColumns(offered.fields, found.head),
      defaults: found.defaults ?? {},
      totals: await readTotals(run, id),
    };
  },
});
