import { z } from "zod";
import { isCountry } from "../contact/countries.ts";
import { nameUpTo } from "../contact/name.ts";
import { bic, iban } from "./bank.ts";

/** Who a seller is on its invoices, and what tax it charges at home. */
export const legalEntity = z.object({
  name: z.string(),
  address: z.string(),
  country: z.string().nullable(),
  taxId: z.string().nullable(),
  taxBps: z.number(),
  /** The tax it charges at home is in the prices of its plans; else it is added to them. */
  pricesIncludeTax: z.boolean(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
});

export const updateInput = z.strictObject({
  name: nameUpTo(200),
  address: z.string().trim().max(500, "too_long"),
  country: z.string().refine(isCountry, "country_wrong").nullable(),
  /** Without one no tax is charged. */
  taxId: z.string().trim().min(1, "required").max(40, "too_long").nullable(),
  /** Basis points charged at home: 1900 = 19 %. */
  taxBps: z.int("rate_wrong").min(0, "rate_wrong").max(10_000, "rate_wrong"),
  /** Left out, it stays. It counts for every invoice from now on, those of what already runs among them. */
  pricesIncludeTax: z.boolean().optional(),
  /** How many running subscriptions the caller was told another `pricesIncludeTax` reaches: needed to change it, and another number by now is a conflict. */
  subscriptionsSeen: z.int().optional(),
  /** Customers pay into it by transfer, payouts go to it. Left out, it stays. */
  iban: iban.optional(),
  bic: bic.optional(),
});

/** What is asked: prices with or without tax, at the tax as it is now or as it would be. */
export const previewInput = z.strictObject({
  pricesIncludeTax: z.boolean(),
  taxId: updateInput.shape.taxId.optional(),
  taxBps: updateInput.shape.taxBps.optional(),
});

const sums = z.object({ netMinor: z.int(), taxMinor: z.int(), totalMinor: z.int() });

/** What the next periods of what runs and goes on come to, at home. */
export const nextInvoices = z.object({
  subscriptions: z.int(),
  currencies: z.array(z.object({ currency: z.string(), count: z.int(), before: sums, after: sums })),
});
