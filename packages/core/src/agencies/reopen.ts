import { operatorVerb } from "../kernel/verb.ts";
import { byId, named } from "./schemas.ts";
import { setStatus } from "./set-status.ts";

/** Opens a suspended agency again; sessions go on as they were. */
export const reopenAgency = operatorVerb("agency.reopen", "command", {
  input: byId,
  output: named,
  run: (tx, { id }, ctx) => setStatus(tx, ctx, id, "active"),
});
