import { type CountableEvent, recordEvents } from "@tenantry/core/usage/record";
import type { Pools, UsageAgency } from "@tenantry/core/usage/test-agency";
import type { Tx } from "@tenantry/db";

/**
 * Ingest where it meets the database: the tenant's entrance, the one statement that writes events and deltas, and
 * COMMIT, sent without waiting for each other. No schema, no policy, no look-up of accounts; under the same row security.
 */
export function ingestSeam({ web }: Pools, { agencyId, zone }: UsageAgency) {
  const enter = `begin; select app.enter('${agencyId}', 'agency', '${agencyId}')`;
  return async (events: CountableEvent[]): Promise<number> => {
    const client = await web.connect();
    const named = async (name: string, text: string, values: unknown[]) =>
      (await client.query({ name, text, values })).rows;
    try {
      const [, accepted] = await Promise.all([
        client.query(enter),
        recordEvents({ named } as unknown as Tx, { agencyId, zone }, events),
        client.query("commit"),
      ]);
      return accepted;
    } finally {
      client.release();
    }
  };
}
