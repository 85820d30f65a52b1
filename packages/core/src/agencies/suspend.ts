import { operatorVerb } from "../kernel/verb.ts";
import { byId, named } from "./schemas.ts";
import { setStatus } from "./set-status.ts";

/** Shuts an agency: everybody on its hosts is refused from the next request on. */
export const suspendAgency = operatorVerb("agency.suspend", "command", {
  input: byId,
  output: named,
  run: (tx, { id }, ctx) => setStatus(tx, ctx, id, "suspended"),
});
