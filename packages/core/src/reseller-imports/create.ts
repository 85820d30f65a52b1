import { createInput, taken } from "../imports/schemas.ts";
import { resellerShelf } from "../imports/shelf.ts";
import { takeIn } from "../imports/take-in.ts";
import { command } from "../kernel/verb.ts";

/**
 * Takes in a file of resellers to be; nothing is created yet. Throws a field error at `/csv` for what is no CSV, is
 * empty or has too many rows. Kept for 30 days.
 */
export const createResellerImport = command("reseller-import.create", {
  input: createInput,
  output: taken,
  run: (run, input) => takeIn(run, resellerShelf, input),
});
