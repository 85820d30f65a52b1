import { z } from "zod";
import { currency } from "../exchange-rates/schemas.ts";
import { id } from "../identity/schemas.ts";

export const byReseller = z.strictObject({ id });
/** Null = in each currency that it earns. */
export const setInput = byReseller.extend({ currency: currency.nullable() });
export const payoutCurrency = z.object({ currency: z.string().nullable() });
