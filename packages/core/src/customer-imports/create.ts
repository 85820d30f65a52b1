import { createInput, taken } from "../imports/schemas.ts";
import { customerShelf } from "../imports/shelf.ts";
import { takeIn } from "../imports/take-in.ts";
import { command } from "../kernel/verb.ts";
import { fieldsFor } from "./fields.ts";

/**
 * Takes in a file of customers to be, with the subscriptions they have; nothing is created yet. Throws a field error at `/csv` for
 * what is no CSV, is empty or has too many rows. Kept for 30 days.
 */
export const createCustomerImport = command("customer-import.create", {
  input: createInput,
  output: taken,
  run: async (run, input) => {
    fieldsFor(run);
    return takeIn(run, customerShelf, input);
  },
});
