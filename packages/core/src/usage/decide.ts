import { z } from "zod";
import { monthOf } from "../kernel/clock.ts";
import { fieldError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import { type Payer, payers } from "../plans/overage-payer.ts";
import { type Denial, denialOf, denials } from "../tenancy/denial.ts";
import { announceCaps, capsKnown } from "../webhooks/caps.ts";
import { decideChain, limitLevels } from "./decide-chain.ts";
import type { Caps } from "./decide-rule.ts";
import { type ChainAccount, chainOf } from "./levels.ts";
import { largestQuantity } from "./limits.ts";
import { markCaps } from "./mark-caps.ts";
import { today } from "./period.ts";
import { reserve } from "./reserve.ts";
import { metersOf } from "./resolve.ts";

const input = z
  .strictObject({
    /** Ours or the product's own id: one of the two. A customer's use counts against everybody it buys from. */
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
  reason: z.enum([
    ...(["no_limit", "within_included", "past_included", "within_allowance", "past_soft_cap"] as const),
    ...(["past_hard_cap", "past_allowance", "held_for_others"] as const),
    ...denials,
  ]),
  /** Who pays what is granted past the included units; null within them, and where no plan says it. */
  payer: z.enum(payers).nullable(),
  /** The level with the least left, whose account that is, and how much; null where nothing ends the use. */
  limit: z
    .object({
      level: z.enum(limitLevels),
      accountId: z.string(),
      limitUnits: z.int(),
      units: z.int(),
      remainingUnits: z.int(),
    })
    .nullable(),
  /** Who sells to the account; null for a direct customer and for the agency itself. */
  resellerId: z.string().nullable(),
  /** Granted or used under the reseller's plan this month, what was just granted included; null where none limits it. */
  units: z.int().nullable(),
  includedUnits: z.int().nullable(),
  softCapUnits: z.int().nullable(),
  hardCapUnits: z.int().nullable(),
  /** What can still be granted; null = no end at any level. */
  remainingUnits: z.int().nullable(),
});

/**
 * Asks before use: may this account have so many units more? They have to fit everywhere above it: into what it was
 * given, what its seller and its distributor were given, and under the caps of the plan. What is granted is reserved at
 * once, so that however many ask at the same time, never more than any of these is granted in a month. The use itself is
 * still reported as usage events; a reservation and its events count once, because the higher of the two counts. A
 * gauge's report settles what was granted before it. Who is not served is refused, as access.read says. An account
 * nobody has is `not_found`, a meter nobody has a field error.
 */
export const decideUsage = command("usage.decide", {
  input,
  output,
  run: async (run, asked) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const [kinds, chain] = await Promise.all([
      metersOf(tx, agencyId),
      chainOf(tx, agencyId, asked, asked.meter),
    ]);
    if (!kinds.has(asked.meter)) throw fieldError("/meter", "meter_unknown");
    const denial = denialIn(chain);
    const limited = denial ? [] : chain.filter(({ caps, hasAllowance }) => caps || hasAllowance);
    const levels = limited.length > 0 ? await reserve(run, limited, asked) : [];
    const told = denial ? { ...refusedAltogether, reason: denial } : decideChain(levels, asked.quantity);
    const planned = levels.find(({ level, caps }) => level === "reseller" && caps);
    const granted = told.decision === "deny" ? 0 : asked.quantity;
    const units = planned ? planned.beforeUnits + granted : null;
    for (const { accountId, caps, beforeUnits } of levels)
      if (caps && beforeUnits + granted > 0)
        await noteCaps(run, accountId, asked.meter, caps, beforeUnits + granted);
    return {
      result: {
        ...told,
        ...(planned?.caps ?? noCaps),
        payer: granted > 0 && planned ? payerPast(planned.caps, units, chain, planned.accountId) : null,
        resellerId: chain.find(({ level }) => level === "reseller")?.accountId ?? null,
        units,
        remainingUnits: denial ? 0 : (told.limit?.remainingUnits ?? null),
      },
      audit: { none: "a reservation is its own record; usage is not audited unit by unit" },
    };
  },
});

const refusedAltogether = { decision: "deny" as const, limit: null };

/** Who pays where these units go past what the plan includes. */
function payerPast(
  caps: Caps | null,
  units: number | null,
  chain: readonly ChainAccount[],
  accountId: string,
): Payer | null {
  if ((units ?? 0) <= (caps?.includedUnits ?? Number.POSITIVE_INFINITY)) return null;
  return chain.find((one) => one.accountId === accountId)?.payer ?? null;
}

/** Why the last of a chain is not served; null where it is. A customer buys from its reseller, not from who is above. */
function denialIn(chain: readonly ChainAccount[]): Denial | null {
  const own = chain.at(-1);
  const sellers = chain.filter((one) => one !== own && one.level === "reseller");
  return own
    ? denialOf(
        own,
        sellers.map(({ status }) => status),
      )
    : null;
}

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
