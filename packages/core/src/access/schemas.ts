import { z } from "zod";
import { allowance } from "../plans/schemas.ts";
import { denials } from "../tenancy/denial.ts";

export const accessInput = z.strictObject({
  /** Our id of the account, or the product's own external id. */
  account: z.string().trim().min(1, "required").max(100, "too_long"),
});

/** Why not (tenancy/denial.ts). */
const denial = z.enum(denials);

export const access = z.object({
  accountId: z.string(),
  externalId: z.string().nullable(),
  kind: z.enum(["agency", "distributor", "reseller", "vendor", "customer"]),
  allowed: z.boolean(),
  /** Null where it is allowed. */
  reason: denial.nullable(),
  /** May new customers and orders be taken on? False in a sales stop, while what runs goes on. */
  newBusiness: z.boolean(),
  // What an account has of the agency is between the two. Left out for a distributor: an empty list would be an answer.
  /** Not told to distributors. */
  plan: z.object({ id: z.string(), name: z.string() }).nullable().optional(),
  /** What the plan includes, by meter, in the meter's own units. Not told to distributors. */
  allowances: z.array(allowance).optional(),
  /** Keys of the features it has now, sorted; none where it is not allowed. Not told to distributors. */
  features: z.array(z.string()).optional(),
});
