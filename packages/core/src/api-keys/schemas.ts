import { z } from "zod";
import { nameUpTo } from "../contact/name.ts";
import { id, instant } from "../identity/schemas.ts";
import { keyScopes } from "../key-scopes.ts";

export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdByName: z.string(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  /** The address it was last used from. */
  lastUsedIp: z.string().nullable(),
  revokedAt: instant.nullable(),
  rotatedAt: instant.nullable(),
  /** Until when the secret before the last rotation goes on; null once that has passed. */
  previousValidUntil: instant.nullable(),
  state: z.enum(["active", "expired", "revoked"]),
});

export const listInput = z.strictObject({
  /** Text anywhere in the name. */
  search: z.string().trim().max(100, "too_long").optional(),
  /** `ended` is expired or revoked. */
  state: z.enum(["active", "ended"]).optional(),
  sort: z.enum(["name", "-name", "created", "-created"]).default("-created"),
  cursor: z.string().max(1_000, "too_long").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const keyPage = z.object({
  keys: z.array(apiKey),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

/** How long the old secret may go on beside the new one, in hours. */
export const longestOverlap = 168;

export const rotateInput = z.strictObject({
  id,
  /** Hours until the old secret ends; 0 = at once. */
  overlapHours: z.int().min(0).max(longestOverlap).default(24),
});

export const createInput = z.strictObject({
  name: nameUpTo(100),
  scopes: z.array(z.enum(keyScopes, "scope_unknown")).min(1, "scope_required").max(keyScopes.length),
  /** Days until it ends; none = it does not. */
  expiresInDays: z.int().min(1).max(730).optional(),
});

/** The one answer that carries the key itself. */
export const createdKey = z.object({ id: z.string(), name: z.string(), key: z.string() });

export const rotatedKey = createdKey.extend({ previousValidUntil: instant.nullable() });
