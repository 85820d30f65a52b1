import { z } from "zod";
import { ceiling, delegation } from "../delegations/schemas.ts";
import { email, id, instant } from "../identity/schemas.ts";
import { invitationState } from "../invitations/schemas.ts";
import { createInput as resellerInput, updateInput as resellerUpdate } from "../resellers/schemas.ts";
import { shownStatuses } from "../tenancy/stop-modes.ts";

/** The form of a reseller, without what only a reseller has, and with its ceiling. */
export const createInput = z.strictObject({
  ...resellerInput.omit({
    type: true,
    planId: true,
    uplineId: true,
    draftId: true,
    firstSignIn: true,
    password: true,
    confirm: true,
  }).shape,
  email,
  delegation: z.strictObject(ceiling),
});

export const updateInput = resellerUpdate;

export const distributorSorts = ["name", "-name", "joined", "-joined"] as const;

export const listInput = z.strictObject({
  search: z.string().trim().max(200, "too_long").optional(),
  status: z.enum(["active", "inactive", "archived"]).optional(),
  sort: z.enum(distributorSorts).default("-joined"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

const status = z.enum(shownStatuses);

export const listedDistributor = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  email: z.string(),
  country: z.string().nullable(),
  status,
  activated: z.boolean(),
  joinedAt: z.string(),
  archivedAt: z.string().nullable(),
  /** Live resellers beneath it, and how many there may be; null = any number. */
  resellers: z.number(),
  maximum: z.number().nullable(),
});

export const distributorPage = z.object({
  distributors: z.array(listedDistributor),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const distributor = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  website: z.string().nullable(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  country: z.string().nullable(),
  language: z.string(),
  externalId: z.string().nullable(),
  status,
  joinedAt: instant,
  activatedAt: instant.nullable(),
  archivedAt: instant.nullable(),
  updatedAt: instant,
  address: z.string(),
  invitation: invitationState.nullable(),
  delegation,
  /** People who can sign in; counted up to 1,000. */
  people: z.number(),
  /** Customers of its resellers; counted up to 1,000. */
  customers: z.number(),
});

/** What a change of access did: its own people are out or in again, its resellers and their customers go on. */
export const accessChange = z.object({
  id: z.string(),
  name: z.string(),
  status,
  changed: z.boolean(),
  people: z.number(),
  resellers: z.number(),
  customers: z.number(),
});

export const byId = z.strictObject({ id });
