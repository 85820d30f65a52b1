import { none } from "../identity/schemas.ts";
import { listFiles } from "../imports/read.ts";
import { importList } from "../imports/schemas.ts";
import { customerShelf } from "../imports/shelf.ts";
import { query } from "../kernel/verb.ts";
import { fieldsFor } from "./fields.ts";

/** Files of customers that the caller's account took in within the last 30 days, the newest 100 of them. */
export const listCustomerImports = query("customer-import.list", {
  input: none,
  output: importList,
  run: async (run) => {
    fieldsFor(run);
    return listFiles(run, customerShelf);
  },
});
