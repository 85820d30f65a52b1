import type { apiKeys } from "@tenantry/db/schema";
import type { z } from "zod";
import type { apiKey } from "./schemas.ts";

type Row = typeof apiKeys.$inferSelect;

/** A key as it is told: never its hashes, and of an earlier secret only that it goes on. */
export function showKey(
  { secretHash: _, previousSecretHash: __, previousValidUntil, ...key }: Row,
  createdByName: string,
  now: Date,
): z.input<typeof apiKey> {
  const over = key.expiresAt !== null && key.expiresAt <= now;
  return {
    ...key,
    createdByName,
    previousValidUntil: previousValidUntil && previousValidUntil > now ? previousValidUntil : null,
    state: key.revokedAt ? "revoked" : over ? "expired" : "active",
  };
}
