import { z } from "zod";
import { instant } from "../identity/schemas.ts";
import { isCurrency } from "../kernel/money.ts";
import { rateForm } from "./convert.ts";

export const currency = z.string().refine(isCurrency, "currency_wrong");
export const exchangeRateSorts = ["set", "-set"] as const;

const rate = z
  .string()
  .trim()
  .regex(rateForm, "exchange_rate_wrong")
  .refine((text) => Number(text) > 0, "exchange_rate_wrong");

export const setInput = z
  .strictObject({
    from: currency,
    to: currency,
    /** How many of `to` one of `from` is worth, as a decimal. */
    rate,
    /** Where it comes from, as it is told on every line that is converted by it. */
    source: z.string().trim().min(1, "required").max(200, "too_long"),
  })
  .refine(({ from, to }) => from !== to, { path: ["to"], message: "currencies_same" });

const exchangeRate = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  rate: z.string(),
  source: z.string(),
  setAt: instant,
  /** It counts now: the newest of its pair. */
  counts: z.boolean(),
});

export const listInput = z.strictObject({
  /** Rates from or to this currency. */
  currency: currency.optional(),
  /** Those that count now, or those that counted before. */
  state: z.enum(["counting", "past"]).optional(),
  sort: z.enum(exchangeRateSorts).default("-set"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const exchangeRatePage = z.object({
  rates: z.array(exchangeRate),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const saved = z.object({ id: z.string() });
