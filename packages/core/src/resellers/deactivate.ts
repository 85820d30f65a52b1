import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { accessChange } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/** Locks a reseller's own people and keys out at once; its customers keep their service (B-35). */
export const deactivateReseller = command("reseller.deactivate", {
  input: z.strictObject({ id }),
  output: accessChange,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: (run, input) => setAccess(run, input.id, "locked"),
});
