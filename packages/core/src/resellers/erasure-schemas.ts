import { z } from "zod";
import { id } from "../identity/schemas.ts";

export const eraseInput = z.strictObject({
  id,
  /** The reseller's name, typed, so that nobody erases another one by mistake. */
  name: z.string({ error: "required" }).trim().min(1, "required").max(200, "too_long"),
});

const counts = <K extends string>(...keys: K[]) => z.record(z.enum(keys), z.number());

export const erasure = z.object({
  id: z.string(),
  name: z.string(),
  /** Counted up to 10,000 each. */
  goes: counts("people", "sessions", "invitations", "keys", "mails", "webhooks"),
  stays: counts("usageDays", "auditEntries", "plans"),
  /** It is refused while any of these is not nought. */
  blockedBy: counts("customers"),
});

/** The parts of a reseller's data, in the order of the file. */
export const exportParts = [
  ...(["account", "people", "invitations", "customers", "keys", "webhooks"] as const),
  ...(["plans", "mails", "usage", "audit"] as const),
] as const;

export const exportInput = z.strictObject({
  id,
  part: z.enum(exportParts),
  limit: z.coerce.number().int().min(1).max(500).default(500),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const exportPage = z.object({
  part: z.enum(exportParts),
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
});
