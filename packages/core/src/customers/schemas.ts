import { z } from "zod";
import { rateBps } from "../commissions/schemas.ts";
import { isCountry } from "../contact/countries.ts";
import { nameUpTo } from "../contact/name.ts";
import { email, id, instant } from "../identity/schemas.ts";

/** A customer is active, or its own people and new orders are stopped. */
export const customerStatuses = ["active", "inactive"] as const;
const status = z.enum(customerStatuses);

/** Internal = the seller's own use of the product; all others are customers (D-15). */
export const customerTypes = ["customer", "internal"] as const;

export const listedCustomer = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  /** The reseller it buys from; the agency's own id for a direct customer. */
  parentId: z.string(),
  /** That reseller by name; null for a direct customer of whoever asks. */
  seller: z.object({ id: z.string(), name: z.string() }).nullable(),
  country: z.string().nullable(),
  type: z.enum(customerTypes),
  status,
  /** The next day on which one of its subscriptions ends or goes on; null while it has none. */
  comingExpiry: z.string().nullable(),
  createdAt: instant,
});

/** What is asked about one: how its invoices name it. */
export const customer = listedCustomer.extend({
  address: z.string(),
  taxId: z.string().nullable(),
  /** Until then no other reseller may add the company, and as long as it has a subscription; null for a customer of the agency's own. */
  claimedUntil: instant.nullable(),
  updatedAt: instant,
});

const name = nameUpTo(200);
const externalId = z.string().trim().min(1, "required").max(100, "too_long");
const country = z.string().refine(isCountry, "country_wrong");
const type = z.enum(customerTypes);
const address = z.string().trim().max(500, "too_long");
const taxId = z.string().trim().min(1, "required").max(40, "too_long");
/** The customer's own commission rate (D-16); null = what is inherited. The agency sets any, a reseller keeps or lowers it. */
const customerRate = rateBps.nullable();

export const createInput = z.strictObject({
  name,
  email: email.optional(),
  externalId: externalId.optional(),
  parentId: id.optional(),
  country: country.optional(),
  type: type.default("customer"),
  /** Whether its own people are let in, and it may buy. */
  active: z.boolean().default(true),
  address: address.default(""),
  taxId: taxId.optional(),
  rateBps: customerRate.optional(),
});

export const updateInput = z.strictObject({
  id,
  name: name.optional(),
  /** Null takes it away, here and below. */
  email: email.nullable().optional(),
  externalId: externalId.nullable().optional(),
  country: country.nullable().optional(),
  type: type.optional(),
  address: address.optional(),
  taxId: taxId.nullable().optional(),
  rateBps: customerRate.optional(),
  /** The `updatedAt` the caller has seen: a change by somebody else since then is a conflict instead of being lost. */
  updatedAt: z.iso.datetime().optional(),
});

/** Sort keys; a leading "-" turns the order round. */
export const customerSorts = ["name", "-name", "joined", "-joined", "expiry", "-expiry"] as const;
export type CustomerSort = "name" | "joined" | "expiry";

export const listInput = z.strictObject({
  /** Part of a name or e-mail, or the beginning of a code or external id. */
  search: z.string().trim().max(200, "too_long").optional(),
  status: status.optional(),
  /** Those of one reseller; the agency's own id finds its direct ones. */
  parentId: id.optional(),
  sort: z.enum(customerSorts).default("name"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const customerPage = z.object({
  customers: z.array(listedCustomer),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

/** What a change of access did: how many of its own people it concerns, counted up to 1,000. */
export const accessChange = z.object({
  id: z.string(),
  name: z.string(),
  status,
  changed: z.boolean(),
  people: z.number(),
});

export const byId = z.strictObject({ id });

export const extendClaimInput = z.strictObject({
  id,
  days: z.int("claim_days_wrong").min(1, "claim_days_wrong").max(365, "claim_days_wrong"),
});
export const claim = z.object({ id: z.string(), claimedUntil: instant });
