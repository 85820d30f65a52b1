import { z } from "zod";
import { resellerNeeds } from "../attention/schemas.ts";
import { connectedStates } from "../connected-accounts/schemas.ts";
import { isCountry, languages } from "../contact/countries.ts";
import { nameUpTo } from "../contact/name.ts";
import { email, id, instant, personName } from "../identity/schemas.ts";
import { invitationState } from "../invitations/schemas.ts";
import { plan } from "../plans/schemas.ts";
import { price } from "../plans/terms.ts";
import { shownStatuses } from "../tenancy/stop-modes.ts";

/** Models a reseller can sell under (B-17, B-18). */
export const resellerTypes = ["own_plans", "commission"] as const;

const country = z.string({ error: "required" }).refine(isCountry, "country_wrong");
const phone = z.string({ error: "required" }).trim().min(1, "required").max(40, "too_long");
const phoneCountry = country.optional();
const website = z.string().trim().max(300, "too_long").optional();

/** What the create form and the edit form share. Phones come with the country they are read in. */
const contactFields = {
  name: nameUpTo(200),
  phone,
  phoneCountry,
  website,
  contactName: personName,
  contactEmail: email,
  contactPhone: phone,
  contactPhoneCountry: phoneCountry,
  country,
  language: z.enum(languages, "language_wrong"),
};

export const createInput = z.strictObject({
  type: z.enum(resellerTypes, "required"),
  ...contactFields,
  email,
  planId: id.optional(),
  /** Whom it hangs on where that is not the agency: a distributor, or a reseller that may have resellers. */
  uplineId: id.optional(),
  loginDomain: z.string({ error: "required" }).trim().max(100, "login_domain_length"),
  externalId: z.string().trim().min(1).max(100, "too_long").optional(),
  firstSignIn: z.enum(["link", "password"]).default("link"),
  password: z.string().max(128, "too_long").optional(),
  confirm: z.string().max(128, "too_long").optional(),
  /** The caller's draft it was typed as; goes with it. An agency's alone. */
  draftId: id.optional(),
});

/** A reseller to be, as it would be stored. */
export const preview = z.object({
  type: z.enum(resellerTypes),
  name: z.string(),
  email: z.string(),
  /** E.164. */
  phone: z.string(),
  website: z.string().nullable(),
  country: z.string(),
  language: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  loginDomain: z.string(),
  address: z.string(),
  externalId: z.string().nullable(),
  /** In its current version; null where none is chosen and the agency has no default. */
  plan: z
    .object({
      id: z.string(),
      name: z.string(),
      isDefault: z.boolean(),
      version: z.number(),
      prices: z.array(price),
      /** Basis points of tax that are in them; 0 where they are net. */
      includedTaxBps: z.int(),
    })
    .nullable(),
  firstSignIn: z.enum(["link", "password"]),
  /** What would be sent, and to whom. */
  mails: z.array(z.object({ kind: z.literal("invitation"), to: z.string() })),
});

export const created = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  address: z.string(),
  /** To copy and pass on; null when a password was set. Shown once. */
  activationLink: z.string().nullable(),
});

export const updateInput = z.strictObject({
  id,
  ...z.object(contactFields).partial().shape,
  /** The `updatedAt` the caller has seen: a change by somebody else since then is a conflict instead of being lost. */
  updatedAt: z.iso.datetime().optional(),
});

/** Sort keys; a leading "-" turns the order round. */
export const resellerSorts = ["name", "-name", "joined", "-joined"] as const;

export const listInput = z.strictObject({
  search: z.string().trim().max(200, "too_long").optional(),
  status: z.enum([...shownStatuses, "archived"]).optional(),
  type: z.enum(resellerTypes).optional(),
  planId: id.optional(),
  country: country.optional(),
  /** Those beneath this upline; "agency" = the agency's own. */
  uplineId: z.union([id, z.literal("agency")]).optional(),
  /** Those that need somebody, and why. */
  needs: z.enum(resellerNeeds).optional(),
  sort: z.enum(resellerSorts).default("-joined"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const resellerStatus = z.enum(shownStatuses);

export const listedReseller = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  email: z.string(),
  type: z.enum(resellerTypes),
  country: z.string().nullable(),
  planId: z.string().nullable(),
  /** The version of the plan it is on. */
  planVersionId: z.string().nullable(),
  planName: z.string().nullable(),
  /** The upline it hangs on; null for the agency's own, and for an upline's own list. */
  upline: z.object({ id: z.string(), name: z.string() }).nullable(),
  joinedAt: z.string(),
  status: resellerStatus,
  activated: z.boolean(),
  archivedAt: z.string().nullable(),
});

export const resellerPage = z.object({
  resellers: z.array(listedReseller),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const reseller = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  email: z.string(),
  type: z.enum(resellerTypes),
  plan: plan.nullable(),
  /** The change of plan that waits for it, and when it takes effect (business time). */
  planChange: z
    .object({ planId: z.string(), name: z.string(), version: z.number(), dueAt: z.string() })
    .nullable(),
  /** The change of type that waits for it, and when it takes effect (business time). */
  typeChange: z.object({ type: z.enum(resellerTypes), dueAt: z.string() }).nullable(),
  /** The upline it hangs on; null for the agency's own, and where an upline reads its own reseller. */
  upline: z
    .object({ id: z.string(), kind: z.enum(["distributor", "reseller"]), name: z.string() })
    .nullable(),
  /** How its own account at Stripe stands; null where it sells nothing for itself, or an upline or itself asks. */
  onlinePayments: z.enum([...connectedStates, "none"]).nullable(),
  phone: z.string(),
  website: z.string().nullable(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  country: z.string().nullable(),
  language: z.string(),
  externalId: z.string().nullable(),
  status: resellerStatus,
  /** The agency stopped or archived it: an upline cannot lift that. */
  stoppedAbove: z.boolean(),
  /** Its upline stopped or archived it, and can lift that until the agency does the same. */
  stoppedByUpline: z.boolean(),
  joinedAt: instant,
  activatedAt: instant.nullable(),
  archivedAt: instant.nullable(),
  /** Since when nothing personal is left of it. */
  erasedAt: instant.nullable(),
  host: z.string(),
  address: z.string(),
  color: z.string(),
  supportEmail: z.string().nullable(),
  updatedAt: instant,
  invitation: invitationState.nullable(),
  /** People who can sign in, and customers it serves; counted up to 1,000. */
  people: z.number(),
  customers: z.number(),
  /** Live resellers beneath it. */
  resellers: z.number(),
  /** People with a session now, and keys that are let in; counted up to 1,000. */
  signedIn: z.number(),
  keys: z.number(),
});

/** What a change of access did, in numbers, and until when it can be undone with sessions intact. */
export const accessChange = z.object({
  id: z.string(),
  name: z.string(),
  status: resellerStatus,
  /** What it was before. */
  previousStatus: resellerStatus,
  changed: z.boolean(),
  people: z.number(),
  customers: z.number(),
  /** Live resellers beneath it, which go on with their customers whatever is stopped. */
  resellers: z.number(),
});
