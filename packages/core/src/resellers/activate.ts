import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { accessChange } from "./schemas.ts";
import { setAccess } from "./set-access.ts";

/** Opens a reseller's portal again (B-35). */
export const activateReseller = command("reseller.activate", {
  beneath: "stop",
  input: z.strictObject({ id }),
  output: accessChange,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: (run, input) => setAccess(run, input.id, () => "active"),
});
