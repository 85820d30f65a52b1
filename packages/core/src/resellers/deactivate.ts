import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { stopModes, storedStatus } from "../tenancy/stop-modes.ts";
import { accessChange } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/**
 * Stops a reseller (B-35, features.md 3.2): `inactive` locks its own people and keys out at once, `sales_stopped` only
 * ends new business, `stopped` does both and its customers' service with it. In the first two its customers are served.
 */
export const deactivateReseller = command("reseller.deactivate", {
  input: z.strictObject({ id, mode: z.enum(stopModes).default("inactive") }),
  output: accessChange,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: (run, input) => setAccess(run, input.id, storedStatus(input.mode)),
});
