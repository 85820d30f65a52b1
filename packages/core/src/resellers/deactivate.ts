import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { stopModes, storedStatus } from "../tenancy/stop-modes.ts";
import { accessChange } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/**
 * Stops a reseller (B-35, features.md 3.2): `inactive` locks its own people and keys out at once, `sales_stopped` only
 * ends new business, `stopped` does both and its customers' service with it. In the first two its customers are served.
 * Without a mode it is `inactive`, but never less than what stands: a full stop stays one until somebody says otherwise.
 */
export const deactivateReseller = command("reseller.deactivate", {
  beneath: "stop",
  input: z.strictObject({ id, mode: z.enum(stopModes).optional() }),
  output: accessChange,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: (run, { id: resellerId, mode }) =>
    setAccess(run, resellerId, (before) => {
      if (mode) return storedStatus(mode);
      return before === "stopped" ? before : "locked";
    }),
});
