import { command } from "../kernel/verb.ts";
import { accessChange, byId } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/** Locks a distributor's own people and keys out at once; its resellers and their customers go on. */
export const deactivateDistributor = command("distributor.deactivate", {
  input: byId,
  output: accessChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: (run, { id }) => setAccess(run, id, "locked"),
});
