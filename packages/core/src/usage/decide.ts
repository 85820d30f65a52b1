import { z } from "zod";
import { monthOf } from "../kernel/clock.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import { announceCaps, capsKnown } from "../webhooks/caps.ts";
import { type Caps, decide } from "./decide-rule.ts";
import { largestQuantity } from "./limits.ts";
import { markCaps } from "./mark-caps.ts";
import { today } from "./period.ts";
import { capsOf, reserve } from "./reserve.ts";
import { metersOf, resolveAccounts } from "./resolve.ts";

const input = z
  .strictObject({
    /** Ours or the product's own id: one of the two. A customer's use counts against its reseller's plan. */
    accountId: z.uuid().toLowerCase().optional(),
    externalId: z.string().min(1).max(200).optional(),
    meter: z.string().min(1).max(40),
    /** Units wanted: more messages, or how many members more. */
    quantity: z.int("quantity_wrong").min(1, "quantity_wrong").max(largestQuantity, "quantity_wrong"),
  })
  .superRefine(({ accountId, externalId }, refined) => {
    const wrong = (message: string) => refined.addIssue({ code: "custom", path: ["externalId"], message });
    if (accountId === undefined && externalId === undefined) wrong("required");
    if (accountId !== undefined && externalId !== undefined) wrong("one_account_only");
  });

const output = z.object({
  decision: z.enum(["allow", "warn", "deny"]),
  reason: z.enum(["no_limit", "within_included", "past_included", "past_soft_cap", "past_hard_cap"]),
  /** Whose plan decided; null for what has no plan. */
  resellerId: z.string().nullable(),
  /** Granted or used in this month, what was just granted included; null where nothing limits the meter. */
  units: z.int().nullable(),
  includedUnits: z.int().nullable(),
  softCapUnits: z.int().nullable(),
  hardCapUnits: z.int().nullable(),
  /** What can still be granted; null = no hard cap. */
  remainingUnits: z.int().nullable(),
});

/**
 * Asks before use: may this account have so many units more? What is granted is reserved at once, so that however many
 * ask at the same time, never more than the hard cap is granted in a month. The use itself is still reported as usage
 * events; a reservation and its events count once, because the higher of the two counts. A gauge's report settles what
 * was granted before it. An account nobody has is `not_found`, a meter nobody has a field error.
 */
export const decideUsage = command("usage.decide", {
  input,
  output,
  run: async (run, asked) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const [kinds, find] = await Promise.all([metersOf(tx, agencyId), resolveAccounts(tx, agencyId, [asked])]);
    const kind = kinds.get(asked.meter);
    if (!kind) throw fieldError("/meter", "meter_unknown");
    const owner = find(asked);
    if (owner === "ambiguous_account") throw fieldError("/externalId", "account_ambiguous");
    if (owner === "unknown_account") throw new AppError("not_found");
    const { resellerId } = owner;
    const caps = await capsOf(tx, agencyId, resellerId, asked.meter);
    const units = caps && (await reserve(run, owner, { ...asked, kind }, caps.hardCapUnits));
    const after = units ? units.before + asked.quantity : asked.quantity;
    const { decision, reason } = decide(caps ?? noCaps, after);
    const held = units && (decision === "deny" ? units.before : after);
    const hardCapUnits = caps?.hardCapUnits ?? null;
    if (caps && held) await noteCaps(run, resellerId, asked.meter, caps, held);
    return {
      result: {
        ...{ decision, reason, ...(caps ?? noCaps) },
        resellerId: resellerId === agencyId ? null : resellerId,
        units: held ?? null,
        remainingUnits: hardCapUnits === null ? null : Math.max(0, hardCapUnits - (held ?? 0)),
      },
      audit: { none: "a reservation is its own record; usage is not audited unit by unit" },
    };
  },
});

/** Keeps and announces the caps that this many units have come to; most asks past a cap find that done. */
async function noteCaps(
  { tx, ctx }: Run,
  resellerId: string,
  meter: string,
  { softCapUnits, hardCapUnits }: Caps,
  units: number,
): Promise<void> {
  const { agencyId } = ctx.tenant;
  const caps: string[] = [];
  if (softCapUnits !== null && units >= softCapUnits) caps.push("soft");
  if (hardCapUnits !== null && units >= hardCapUnits) caps.push("hard");
  if (caps.length === 0) return;
  const { from: month } = monthOf(today(ctx));
  if (await capsKnown(tx, agencyId, { resellerId, meter, month, caps })) return;
  await announceCaps(tx, agencyId, await markCaps(tx, agencyId, [[resellerId, meter]]));
}

const noCaps: Caps = { includedUnits: null, softCapUnits: null, hardCapUnits: null };
