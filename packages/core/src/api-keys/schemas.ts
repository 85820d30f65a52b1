import { z } from "zod";
import { instant } from "../identity/schemas.ts";
import { keyScopes } from "../policy.ts";

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
  revokedAt: instant.nullable(),
});

export const createInput = z.strictObject({
  name: z.string({ error: "required" }).trim().min(1, "required").max(100, "too_long"),
  scopes: z.array(z.enum(keyScopes, "scope_unknown")).min(1, "scope_required").max(keyScopes.length),
  /** Days until it ends; none = it does not. */
  expiresInDays: z.coerce.number().int().min(1).max(730).optional(),
});

/** The one answer that carries the key itself. */
export const createdKey = z.object({ id: z.string(), name: z.string(), key: z.string() });
