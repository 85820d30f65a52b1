import { none } from "../identity/schemas.ts";
import { listFiles } from "../imports/read.ts";
import { importList } from "../imports/schemas.ts";
import { resellerShelf } from "../imports/shelf.ts";
import { query } from "../kernel/verb.ts";

/** Files taken in within the last 30 days, the newest 100 of them. */
export const listResellerImports = query("reseller-import.list", {
  input: none,
  output: importList,
  run: (run) => listFiles(run, resellerShelf),
});
