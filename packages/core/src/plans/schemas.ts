import { z } from "zod";
import { nameUpTo } from "../contact/name.ts";
import { id } from "../identity/schemas.ts";
import { price, terms } from "./terms.ts";

/** What a plan includes of one meter. Units are the meter's own (messages, members). */
export const allowance = z.object({ meter: z.string(), includedUnits: z.number() });

/** A plan as whoever is on a version of it has it. */
export const plan = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isDefault: z.boolean(),
  /** Number of the version; null while none is published. */
  version: z.number().nullable(),
  allowances: z.array(allowance),
});

export const visibilities = ["all", "chosen", "none"] as const;
export const planStates = ["live", "unpublished", "archived", "all"] as const;
export const planSorts = ["name", "-name", "created", "-created"] as const;

const version = z.object({
  id: z.string(),
  number: z.number(),
  publishedAt: z.string(),
  prices: z.array(price),
  allowances: z.array(allowance),
});

export const listedPlan = plan.extend({
  internalName: z.string(),
  visibility: z.enum(visibilities),
  /** Something is prepared that is not published. */
  hasDraft: z.boolean(),
  createdAt: z.string(),
  archivedAt: z.string().nullable(),
  /** What the current version asks. */
  prices: z.array(price),
  versions: z.array(version),
  /** Resellers on any version of it, counted up to 1,000; null for those who may not know. */
  resellers: z.number().nullable(),
});

/** A version with everything it says. */
const fullVersion = z.object({
  id: z.string(),
  number: z.number(),
  publishedAt: z.string(),
  terms,
  resellers: z.number().nullable(),
});

/** The version a reseller is on, as its agency sells it: without what it costs the agency. */
export const pinnedPlan = plan.extend({ terms });

export const planDetail = listedPlan.omit({ versions: true }).extend({
  draft: terms.nullable(),
  /** Of its draft, its facts and what is published; to a reseller of its agency's plan, when that was published. */
  updatedAt: z.string(),
  versions: z.array(fullVersion),
  /** Who sees it, where its visibility is "chosen". */
  audience: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Basis points of tax that are in its prices; 0 where they are net. */
  includedTaxBps: z.int(),
});

export const planPage = z.object({
  plans: z.array(listedPlan),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  /** Basis points of tax that are in their prices; 0 where they are net. */
  includedTaxBps: z.int(),
  /** For a reseller: the plan it has from its agency. */
  pinned: pinnedPlan.extend({ includedTaxBps: z.int() }).nullable(),
});

export const listInput = z.strictObject({
  search: z.string().trim().max(200, "too_long").optional(),
  /** Archived ones are left out unless asked for. */
  state: z.enum(planStates).optional(),
  visibility: z.enum(visibilities).optional(),
  /** For an agency: a reseller's own plans instead of its own. */
  accountId: id.optional(),
  sort: z.enum(planSorts).default("name"),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().max(1_000, "too_long").optional(),
});

const name = nameUpTo(100);
const facts = {
  /** What only the owner's people read. */
  internalName: z.string().trim().max(200, "too_long"),
  description: z.string().trim().max(500, "too_long"),
  visibility: z.enum(visibilities),
  /** Resellers that see it; read only where visibility is "chosen". */
  audience: z.array(id).max(500),
  /** Saved as a draft until it is published. */
  terms,
};

export const createInput = z.strictObject({
  name,
  internalName: facts.internalName.default(""),
  description: facts.description.default(""),
  visibility: facts.visibility.default("all"),
  audience: facts.audience.default([]),
  terms: terms.optional(),
});

/** The `updatedAt` the caller has seen: a change by somebody else since then is a conflict instead of being lost. */
const seen = z.iso.datetime().optional();

/** What is left out stays as it is. */
export const updateInput = z.strictObject({
  id,
  name: name.optional(),
  internalName: facts.internalName.optional(),
  description: facts.description.optional(),
  visibility: facts.visibility.optional(),
  audience: facts.audience.optional(),
  /** New resellers get the default plan; only `true` is of use, another plan's takes it away. */
  isDefault: z.literal(true).optional(),
  terms: terms.optional(),
  updatedAt: seen,
});

export const byId = z.strictObject({ id });
export const publishInput = byId.extend({ updatedAt: seen });
export const createdPlan = z.object({ id: z.string(), name: z.string() });
export const publishedPlan = z.object({ id: z.string(), name: z.string(), version: z.number() });
/** `resellers` = how many are on it and stay so, counted up to 1,000. */
export const archivedPlan = z.object({ id: z.string(), name: z.string(), resellers: z.number() });
