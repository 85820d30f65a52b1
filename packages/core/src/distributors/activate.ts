import { command } from "../kernel/verb.ts";
import { accessChange, byId } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/** Opens a distributor's portal again. */
export const activateDistributor = command("distributor.activate", {
  input: byId,
  output: accessChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: (run, { id }) => setAccess(run, id, "active"),
});
