import { randomUUID } from "node:crypto";
import { poster, type Target } from "../demo-traffic/post.ts";
import { type BenchRow, median, reported } from "./row.ts";

/**
 * Taking in usage over real HTTP in batches of 1,000, 16 requests at once, medians of `rounds` turns of `ms`. Reported
 * beside the ratios; `externalIds` are customers of the target's agency. Throws when an event was not new.
 */
export async function benchIngestHttp(
  target: Target,
  externalIds: string[],
  { rounds = 3, ms = 3_000, clients = 16 }: { rounds?: number; ms?: number; clients?: number } = {},
): Promise<BenchRow[]> {
  const post = poster(target);
  const batch = 1_000;
  const speeds: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    let accepted = 0;
    const client = async () => {
      while (performance.now() - began < ms) {
        const id = randomUUID();
        const at = new Date().toISOString();
        const answer = await post(
          Array.from({ length: batch }, (_, n) => ({
            source: "bench",
            eventId: `${id}-${n}`,
            meter: "messages",
            externalId: externalIds[n % externalIds.length]!,
            quantity: 1,
            at,
          })),
        );
        if (answer.accepted !== batch)
          throw new Error(`Only ${answer.accepted} of ${batch} new events were accepted`);
        accepted += batch;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    if (round > 0) speeds.push(accepted / ((performance.now() - began) / 1_000));
  }
  return [
    reported(
      `ingest over HTTP, batches of 1,000, ${clients} clients`,
      Math.round(median(speeds)),
      "events/s",
    ),
  ];
}
