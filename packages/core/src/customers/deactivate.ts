import { command } from "../kernel/verb.ts";
import { accessChange, byId } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/** Locks a customer's own people out at once; the product is told not to serve it. What it used stays and still counts. */
export const deactivateCustomer = command("customer.deactivate", {
  input: byId,
  output: accessChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: (run, { id }) => setAccess(run, id, "locked"),
});
