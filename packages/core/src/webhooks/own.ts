import { webhookEndpoints } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";

/** This endpoint, if it is of the caller's own account: an agency does not manage its resellers'. */
export function ownEndpoint({ tenant, scope }: Run["ctx"], id: string) {
  return and(
    eq(webhookEndpoints.agencyId, tenant.agencyId),
    eq(webhookEndpoints.id, id),
    eq(webhookEndpoints.accountId, scope.account),
  );
}
