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
  /** Customers pay into it by transfer, payouts go to it. Left out, it stays. */
  iban: iban.optional(),
  bic: bic.optional(),
});
