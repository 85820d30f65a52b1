import type { Writable } from "node:stream";
import { type CountableEvent, recordEvents } from "@tenantry/core/usage/record";
import type { Pools, UsageAgency } from "@tenantry/core/usage/test-agency";
import type { Tx } from "@tenantry/db";

/**
 * Ingest where it meets the database: the tenant's entrance, the one statement that writes events and deltas, and
 * COMMIT, sent together without waiting for each other. No schema, no policy, no look-up of accounts; under the same row security.
 */
export function ingestSeam({ web }: Pools, { agencyId, zone }: UsageAgency) {
  const enter = `begin; select app.enter('${agencyId}', 'agency', '${agencyId}')`;
  return async (events: CountableEvent[]): Promise<number> => {
    const client = await web.connect();
    const named = async (name: string, text: string, values: unknown[]) =>
      (await client.query({ name, text, values })).rows;
    // One write for all three: half of a single event's time in this process is the system call.
    const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
    try {
      stream.cork();
      const sent = [
        client.query(enter),
        recordEvents({ named } as unknown as Tx, { agencyId, zone }, events),
        client.query("commit"),
      ] as const;
      stream.uncork();
      const [, accepted] = await Promise.all(sent);
      return accepted;
    } finally {
      client.release();
    }
  };
}
