import { setTimeout as sleep } from "node:timers/promises";
import type { BatchAnswer } from "./post.ts";
import type { Answer } from "./recount.ts";
import type { SentEvent } from "./usage-events.ts";

const largestBatch = 1_000;
const batchesPerSecond = 5;

/**
 * Sends the events in order at about `rate` a second (0: as fast as answers come) and adds the answers up. `onSent`
 * hears how many went out. Stops after the batch under way when `stopped` says so.
 */
export async function replay(
  events: SentEvent[],
  rate: number,
  post: (events: SentEvent[]) => Promise<BatchAnswer>,
  onSent: (count: number) => void,
  stopped: () => boolean,
): Promise<Answer & { sent: number }> {
  const size =
    rate === 0 ? largestBatch : Math.min(largestBatch, Math.max(1, Math.round(rate / batchesPerSecond)));
  const total = { accepted: 0, duplicates: 0, quarantined: new Map<number, string>(), sent: 0 };
  const began = performance.now();
  while (total.sent < events.length && !stopped()) {
    const from = total.sent;
    const batch = events.slice(from, from + size);
    const answer = await post(batch);
    total.accepted += answer.accepted;
    total.duplicates += answer.duplicates;
    for (const { index, reason } of answer.quarantined) total.quarantined.set(from + index, reason);
    total.sent += batch.length;
    onSent(total.sent);
    const dueMs = rate === 0 ? 0 : (total.sent / rate) * 1_000;
    await sleep(Math.max(0, dueMs - (performance.now() - began)));
  }
  return total;
}
