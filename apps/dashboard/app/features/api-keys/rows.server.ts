import type { readApiKey } from "@tenantry/core/api-keys/read";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { ApiKeyRow, KeyScope } from "./types.ts";

const hour = 3_600_000;

/** A key as the pages show it, at the request's time. */
export function keyRow(
  { securityNow }: Ctx,
  { previousValidUntil: until, createdByName, scopes, ...key }: Awaited<ReturnType<typeof readApiKey>>,
): ApiKeyRow {
  const { id, name, prefix, createdAt, expiresAt, lastUsedAt, lastUsedIp, state } = key;
  const left = until ? Math.ceil((Date.parse(until) - securityNow.getTime()) / hour) : 0;
  return {
    ...{ id, name, prefix, createdAt, expiresAt, lastUsedAt, lastUsedIp, state },
    scopes: scopes as KeyScope[],
    createdBy: createdByName,
    overlap: until ? { until, hoursLeft: left } : null,
  };
}
