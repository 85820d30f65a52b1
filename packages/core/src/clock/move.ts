import { agencies } from "@tenantry/db/schema";
import { eq, sql } from "drizzle-orm";
import { enqueue } from "../jobs/enqueue.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { clock, moveInput } from "./schemas.ts";

const day = 86_400_000;

/**
 * Moves a test agency's business clock forward: what is due by then is carried out within seconds. Sessions, tokens and the log go by the real one.
 * Throws `clock_fixed` for an agency that does real business, and past ten years.
 */
export const moveClock = command("clock.move", {
  input: moveInput,
  output: clock,
  run: async ({ tx, ctx }, { days }) => {
    const { agencyId, agencyMode } = ctx.tenant;
    const now = new Date(ctx.now.getTime() + days * day);
    const daysAhead = Math.round((now.getTime() - ctx.securityNow.getTime()) / day);
    if (agencyMode !== "test" || daysAhead > 3_650) throw new AppError("clock_fixed");
    await tx
      .update(agencies)
      .set({ clockOffset: sql`clock_offset + make_interval(days => ${days})` as never })
      .where(eq(agencies.agencyId, agencyId));
    await enqueue(tx, "clock.catch-up", {}, "clock.catch-up");
    return {
      result: { now, movable: true, daysAhead },
      audit: { object: { kind: "agency", id: agencyId }, after: { days, now: now.toISOString() } },
    };
  },
});
