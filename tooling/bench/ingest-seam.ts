import { type CountableEvent, recordEvents } from "@tenantry/core/usage/record";
import type { Pools, UsageAgency } from "@tenantry/core/usage/test-agency";
import { inTenant, type Scope } from "@tenantry/db";

/**
 * Ingest where it meets the database: the tenant's entrance, the one statement that writes events and deltas, and
 * COMMIT, in the product's own transaction. No schema, no policy, no look-up of accounts; under the same row security.
 */
export function ingestSeam({ web }: Pools, { agencyId, zone }: UsageAgency) {
  const scope: Scope = { agency: agencyId, kind: "agency", account: agencyId };
  return (events: CountableEvent[]): Promise<number> =>
    inTenant(web, scope, (tx, last) =>
      recordEvents(Object.assign(tx, { named: last }), { agencyId, zone }, events),
    );
}
