import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { clock } from "./schemas.ts";

const day = 86_400_000;

/** The agency's business clock. */
export const readClock = query("clock.read", {
  input: none,
  output: clock,
  run: async ({ ctx }) => ({
    now: ctx.now,
    movable: ctx.tenant.agencyMode === "test",
    daysAhead: Math.round((ctx.now.getTime() - ctx.securityNow.getTime()) / day),
  }),
});
