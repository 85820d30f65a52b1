import { z } from "zod";
import { instant } from "../identity/schemas.ts";

/**
 * How a reseller's account at Stripe stands: it takes payments (`on`); Stripe wants to know more (`unfinished`) or looks at what it was told
 * (`checking`); its reseller wants no more payments by it (`ended`); Stripe lets nobody use it any more (`gone`); the agency has no
 * account there by which it could be reached (`unreachable`).
 */
export const connectedStates = ["on", "unfinished", "checking", "ended", "gone", "unreachable"] as const;

export const connectedAccount = z.object({
  /** The agency's own account at Stripe, to which one can be connected; null where it has none, or connects none. */
  platformId: z.string().nullable(),
  /** The ISO country of the reseller's legal entity: that of its account, for good. */
  country: z.string().nullable(),
  /** Null where none was ever connected. */
  account: z
    .object({
      gatewayId: z.string(),
      state: z.enum(connectedStates),
      charges: z.boolean(),
      payouts: z.boolean(),
      /** What Stripe still has to be told, in its words, e.g. "identity.business_details.address". */
      due: z.array(z.string()),
      /** Why it takes or pays out nothing, by Stripe's code, e.g. "requirements_past_due". */
      chargesReason: z.string().nullable(),
      payoutsReason: z.string().nullable(),
      checkedAt: instant,
    })
    .nullable(),
});

/** To which account of the agency's: the one somebody looks at may have been replaced meanwhile. */
export const byPlatform = z.strictObject({ platformId: z.string().max(100, "too_long") });

/** Where its holder goes on, for one visit within minutes. */
export const onboarding = z.object({ url: z.string() });
