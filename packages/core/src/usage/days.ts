import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { daysOf, plusDays } from "../kernel/clock.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { monthSoFar } from "./period.ts";
import { readAccountDays } from "./read-days.ts";
import { fillDays, totalOf } from "./rules.ts";

/** Most days in one answer. */
const longestPeriod = 400;

export const usageDaysInput = z.strictObject({
  /** Whose usage, with everybody under it; the caller's own account when left out. */
  accountId: z.uuid().toLowerCase().optional(),
  /** The account is one of the resellers beneath the caller's own. In a query string it is a word. */
  beneath: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
    .default(false),
  meter: z.string().min(1).max(40).optional(),
  /** Both days are included; the month so far when left out. */
  from: z.iso.date("day_wrong").optional(),
  to: z.iso.date("day_wrong").optional(),
});

export const usageDaysOutput = z.object({
  accountId: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
  meters: z.array(
    z.object({
      meter: z.string(),
      kind: z.enum(["counter", "gauge"]),
      /** A counter's units of the whole period, a gauge's value at its end. */
      quantity: z.int(),
      /** One entry per day: a counter's units of that day, a gauge's value at its end. */
      days: z.array(z.object({ day: z.iso.date(), quantity: z.int() })),
    }),
  ),
});

/**
 * Usage by day and meter of one account in the caller's scope, from rollups. Another account is `not_found`; a period
 * that ends before it begins, or is longer than 400 days, is `invalid_input` at /to.
 */
export const usageDays = query("usage.days", {
  beneath: ({ beneath }) => (beneath ? "see" : undefined),
  input: usageDaysInput,
  output: usageDaysOutput,
  object: (input) => (input.accountId ? { table: "accounts", id: input.accountId } : undefined),
  run: async (run, input) => {
    const { current } = monthSoFar(run.ctx);
    const to = input.to ?? current.to;
    const from = input.from ?? (input.to ? `${to.slice(0, 7)}-01` : current.from);
    if (to < from || plusDays(from, longestPeriod) <= to) {
      throw fieldError("/to", "period_wrong", { maximum: longestPeriod });
    }
    const accountId = await accountInScope(run, input.accountId);
    const meters = await readAccountDays(run.tx, run.ctx.tenant.agencyId, accountId, from, to);
    const every = daysOf({ from, to });
    return {
      accountId,
      from,
      to,
      meters: meters
        .filter((rows) => input.meter === undefined || rows.meter === input.meter)
        .map(({ meter, kind, days }) => {
          const filled = fillDays(kind, days, every);
          return { meter, kind, quantity: totalOf(kind, filled), days: filled };
        }),
    };
  },
});

async function accountInScope({ tx, ctx }: Run, accountId: string | undefined): Promise<string> {
  if (accountId === undefined) return ctx.scope.account;
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, accountId)));
  if (rows.length === 0) throw new AppError("not_found");
  return accountId;
}
