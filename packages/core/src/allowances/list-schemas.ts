import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { allowanceModes, given, meter } from "./schemas.ts";

export const childKinds = ["distributor", "reseller", "customer"] as const;
export const modeFilters = [...allowanceModes, "none"] as const;
export const allowanceSorts = ["name", "-name"] as const;

export const listInput = z.strictObject({
  /** The agency's first one unless said. */
  meter: meter.optional(),
  /** Whose children; the caller's own account unless said. */
  accountId: id.optional(),
  /** Resellers under an agency or a distributor, customers under a reseller, unless said. */
  kind: z.enum(childKinds).optional(),
  search: z.string().trim().max(200, "too_long").optional(),
  mode: z.enum(modeFilters).optional(),
  sort: z.enum(allowanceSorts).default("name"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

/** What an account has of a meter, what it has given on, and what was used under it this month. */
export const pool = z.object({
  accountId: z.string(),
  name: z.string(),
  kind: z.enum(["agency", ...childKinds]),
  meter: z.string(),
  /** Null = without limit. */
  grantedUnits: z.number().nullable(),
  /** It only draws from its parent's pool, and can guarantee nothing of it. */
  shared: z.boolean(),
  ratioPercent: z.number(),
  allocatedUnits: z.number(),
  takenUnits: z.number(),
  /** What it can still guarantee; null = without limit. */
  freeUnits: z.number().nullable(),
});

export const listedAllowance = z.object({
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(childKinds),
  /** Set once it was deleted; it is listed as long as it holds something. */
  archivedAt: z.string().nullable(),
  given: given.nullable(),
  /** What it has: given, or by its plan; null = without limit, or not the caller's to know. */
  grantedUnits: z.number().nullable(),
  /** What it has guaranteed to its own children. */
  allocatedUnits: z.number(),
  takenUnits: z.number(),
  /** Of what it has, not used this month; null = without limit. */
  freeUnits: z.number().nullable(),
});

export const allowancePage = z.object({
  meter: z.string(),
  /** Every meter there is, in the agency's order. */
  meters: z.array(z.string()),
  kind: z.enum(childKinds),
  pool,
  allowances: z.array(listedAllowance),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const readInput = z.strictObject({ accountId: id.optional() });
/** One account's pools, a meter each, with what it was given of it by the caller; null where that is not the caller's. */
export const accountAllowances = z.object({
  accountId: z.string(),
  name: z.string(),
  meters: z.array(pool.extend({ given: given.nullable() })),
});
