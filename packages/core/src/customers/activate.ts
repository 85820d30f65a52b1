import { command } from "../kernel/verb.ts";
import { accessChange, byId } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/** Lets a customer's own people in again, and the product serve it. */
export const activateCustomer = command("customer.activate", {
  input: byId,
  output: accessChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: (run, { id }) => setAccess(run, id, "active"),
});
