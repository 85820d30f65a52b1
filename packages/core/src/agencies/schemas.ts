import { z } from "zod";
import { isCountry } from "../contact/countries.ts";
import { nameUpTo } from "../contact/name.ts";
import { email, id, personName } from "../identity/schemas.ts";

export const agencyStatus = z.enum(["active", "suspended"]);

export const agency = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  status: agencyStatus,
  isDemo: z.boolean(),
  createdAt: z.string(),
  address: z.string(),
  ownerEmail: z.string(),
  /** The owner has taken up the invitation. */
  activated: z.boolean(),
  /** Active ones. */
  resellers: z.number(),
});

function isZone(zone: string): boolean {
  return Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC";
}

export const createInput = z.strictObject({
  name: nameUpTo(200),
  slug: z.string({ error: "required" }).trim().max(100, "login_domain_length"),
  ownerName: personName,
  ownerEmail: email,
  country: z.string().refine(isCountry, "country_wrong").default("US"),
  /** IANA zone in which its days and months begin. */
  billingZone: z.string().refine(isZone, "zone_wrong").default("UTC"),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, "color_wrong")
    .optional(),
  supportEmail: email.optional(),
  mode: z.enum(["live", "test"]).default("live"),
  isDemo: z.boolean().default(false),
});

export const createdAgency = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  /** The owner's way in; shown once. */
  activationLink: z.string(),
});

/** Sort keys; a leading "-" turns the order round. */
export const agencySorts = ["name", "-name", "created", "-created"] as const;

export const listInput = z.strictObject({
  /** Text anywhere in the name, the slug or the owner's address. */
  search: z.string().trim().max(200, "too_long").optional(),
  status: agencyStatus.optional(),
  sort: z.enum(agencySorts).default("name"),
  cursor: z.string().max(1_000, "too_long").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const agencyPage = z.object({
  agencies: z.array(agency),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
export const byId = z.strictObject({ id });
export const named = z.object({ name: z.string() });
