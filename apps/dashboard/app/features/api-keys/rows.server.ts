import type { listApiKeys } from "@tenantry/core/api-keys/list";
import type { ApiKeyRow, KeyScope } from "./types.ts";

/** Keys as the list shows them. */
export function keyRows({ keys }: Awaited<ReturnType<typeof listApiKeys>>): ApiKeyRow[] {
  return keys.map(({ expiresAt: _, ...key }) => ({
    ...key,
    scopes: key.scopes as KeyScope[],
    createdBy: key.createdByName,
  }));
}
