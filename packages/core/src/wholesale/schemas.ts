import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { isCurrency } from "../kernel/money.ts";
import { intervals } from "../plans/terms.ts";

const currency = z.string().refine(isCurrency, "currency_wrong");
const interval = z.enum(intervals);
const period = z.object({ from: z.string(), to: z.string() });

/** By which price of its plan a reseller is charged. */
export const startInput = z.strictObject({
  id,
  currency,
  interval,
  /** The plan's version the caller has seen: another one by now is a conflict instead of another price. */
  versionId: id.optional(),
  /** What the caller was shown to be charged at once, without tax: another sum since then (a day, a price) is a conflict. */
  netMinor: z.int().optional(),
});

export const wholesale = z.object({
  /** The tax that the agency charges at home is in these prices. */
  pricesIncludeTax: z.boolean(),
  /** What the plan it is on asks; null where there is nothing to charge it for. */
  plan: z
    .object({
      name: z.string(),
      versionId: z.string(),
      prices: z.array(z.object({ currency, interval, amountMinor: z.int() })),
    })
    .nullable(),
  /** By what it is charged now. */
  subscription: z
    .object({
      id: z.string(),
      code: z.string(),
      planName: z.string(),
      currency,
      interval,
      unitMinor: z.int(),
      period,
      /** It ends with its period. */
      cancelled: z.boolean(),
      /** What its next period costs by the plan that it is on now; null where it ends. */
      nextMinor: z.int().nullable(),
    })
    .nullable(),
});
