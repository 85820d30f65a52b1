import { z } from "zod";
import { resellerStatus } from "../resellers/schemas.ts";

export const findInput = z.strictObject({
  /** The beginning of a name, code, external id or login domain; from three letters on, any part of a name or e-mail. */
  search: z.string({ error: "required" }).trim().min(1, "required").max(200, "too_long"),
  /** How many of each kind at most. */
  limit: z.coerce.number().int().min(1).max(50).default(6),
});

const account = { id: z.string(), code: z.string(), name: z.string(), email: z.string().nullable() };

export const found = z.object({
  /** Null where the caller may not list resellers, or may have none of its own. */
  resellers: z
    .object({
      hits: z.array(z.object({ ...account, host: z.string(), status: resellerStatus })),
      /** There are more than these. */
      more: z.boolean(),
    })
    .nullable(),
  customers: z
    .object({
      hits: z.array(
        z.object({
          ...account,
          externalId: z.string().nullable(),
          /** The reseller it buys from; null for a direct customer of the agency. */
          seller: z.object({ id: z.string(), name: z.string() }).nullable(),
        }),
      ),
      more: z.boolean(),
    })
    .nullable(),
});
