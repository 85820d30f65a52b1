import { z } from "zod";
import { isCountry } from "../contact/countries.ts";
import { nameUpTo } from "../contact/name.ts";
import { email, id } from "../identity/schemas.ts";

export const customer = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  /** The reseller it buys from; the agency's own id for a direct customer. */
  parentId: z.string(),
  country: z.string().nullable(),
  createdAt: z.string(),
});

export const createInput = z.strictObject({
  name: nameUpTo(200),
  email: email.optional(),
  externalId: z.string().trim().min(1, "required").max(100, "too_long").optional(),
  parentId: id.optional(),
  country: z.string().refine(isCountry, "country_wrong").optional(),
});

export const listInput = z.strictObject({
  parentId: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const customerPage = z.object({ customers: z.array(customer), next: z.string().nullable() });
