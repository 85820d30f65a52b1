import { z } from "zod";
import { nameUpTo } from "../contact/name.ts";
import { id } from "../identity/schemas.ts";
import { resellerTypes } from "../resellers/schemas.ts";

/** Whom a rule reaches: those chosen one by one, kinds of resellers, a share of all, or everybody. */
export const reaches = ["chosen", "tier", "percentage", "everyone"] as const;

/** Why an account has a feature, or (the last three) has it not. */
export const reasons = [
  ...reaches,
  ...(["left_out", "not_reached", "withdrawn"] as const satisfies readonly string[]),
] as const;

/** What the agency sells to directly, or a reseller: the accounts a rule is about. */
export const accountKinds = ["reseller", "customer"] as const;

export const featureStates = ["live", "withdrawn", "archived"] as const;
export const featureSorts = ["name", "-name", "created", "-created"] as const;

const rule = z.object({
  reach: z.enum(reaches),
  /** Where it reaches a tier: resellers of these types, on these plans; an empty list leaves all in. */
  types: z.array(z.enum(resellerTypes)),
  planIds: z.array(z.string()),
  /** Of a hundred, where it reaches a share. */
  percent: z.int(),
});

export const feature = z.object({
  id: z.string(),
  /** What programs ask for; never changes. */
  key: z.string(),
  name: z.string(),
  description: z.string(),
  createdAt: z.string(),
  archivedAt: z.string().nullable(),
  /** The caller's own rule: an agency's for those it sells to, a reseller's for its customers. */
  rule,
  /** Nobody has it, whatever the rule says. */
  withdrawnAt: z.string().nullable(),
});

const key = z
  .string({ error: "required" })
  .trim()
  .min(1, "required")
  .regex(/^[a-z][a-z0-9_]{1,59}$/, "feature_key_wrong");
const name = nameUpTo(100);
const description = z.string().trim().max(500, "too_long");

export const createInput = z.strictObject({ key, name, description: description.default("") });
export const updateInput = z.strictObject({ id, name: name.optional(), description: description.optional() });
export const byId = z.strictObject({ id });
export const named = z.object({ id: z.string(), name: z.string() });

const page = {
  search: z.string().trim().max(200, "too_long").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
};

export const listInput = z.strictObject({
  ...page,
  /** Archived ones are left out unless asked for. */
  state: z.enum(featureStates).optional(),
  sort: z.enum(featureSorts).default("name"),
});

const ends = { next: z.string().nullable(), previous: z.string().nullable() };
export const featurePage = z.object({ features: z.array(feature), ...ends });

/** A rule as it is asked for; what its reach does not use is passed over. */
const ruleFields = {
  reach: z.enum(reaches, "required"),
  types: z.array(z.enum(resellerTypes)).max(resellerTypes.length).default([]),
  planIds: z.array(id).max(100).default([]),
  percent: z.int("wrong_type").min(1).max(100).optional(),
};

export const releaseInput = z.strictObject({ id, ...ruleFields });

const account = z.object({
  id: z.string(),
  kind: z.enum(accountKinds),
  name: z.string(),
  code: z.string(),
  /** Of a reseller. */
  type: z.enum(resellerTypes).nullable(),
});

const kind = z.enum(accountKinds).optional();

/** Which of those whom a change would touch: those that get the feature, or those that lose it. */
export const touched = z.enum(["gaining", "losing"]);
/** A page as it is asked for in a body, where a number is a number. */
const paged = { limit: z.int().min(1).max(100).default(25), cursor: page.cursor };
export const previewReleaseInput = z.strictObject({
  ...{ id, ...ruleFields, ...paged },
  show: touched.default("gaining"),
  kind,
});
export const previewWithdrawalInput = z.strictObject({ id, ...paged, kind });

export const preview = z.object({
  /** How many have it now and go on having it, and how many would get it or lose it. */
  keeping: z.int(),
  gaining: z.int(),
  losing: z.int(),
  /** A page of those asked for, by name. */
  accounts: z.array(account),
  ...ends,
});

/** What was done, by the numbers that the preview gives. */
export const released = named.extend({ gaining: z.int(), losing: z.int() });

export const listAccountsInput = z.strictObject({
  id,
  ...page,
  kind,
  /** Only those that have it, or only those that have it not. */
  has: z.enum(["yes", "no"]).optional(),
});

const exception = z.boolean().nullable();
export const accountPage = z.object({
  /** `exception` is what was chosen for it whatever the rule says; null = the rule decides. */
  accounts: z.array(account.extend({ has: z.boolean(), reason: z.enum(reasons), exception })),
  ...ends,
});

export const chooseInput = z.strictObject({
  id,
  accountIds: z.array(id).min(1, "required").max(500),
  /** True or false whatever the rule says; null leaves it to the rule again. */
  released: z.boolean().nullable(),
});

export const ofAccountInput = z.strictObject({ accountId: id });

/** Live features as one account has them or has them not, up to the most there may be. */
export const featuresOfAccount = z.object({
  features: z.array(
    z.object({
      ...{ id: z.string(), key: z.string(), name: z.string() },
      ...{ has: z.boolean(), reason: z.enum(reasons), exception },
    }),
  ),
});
