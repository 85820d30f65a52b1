import type { Tx } from "@tenantry/db";
import type { CountableEvent } from "./record.ts";
import { metersOf, resolveAccounts } from "./resolve.ts";
import type { QuarantineReason, UsageEvent } from "./schemas.ts";

/** An event that cannot count yet, with its place in the batch. */
export interface Refused {
  index: number;
  reason: QuarantineReason;
  event: UsageEvent;
}

/** What became of a batch before anything is written. */
export interface SortedOut {
  countable: CountableEvent[];
  refused: Refused[];
}

/**
 * Tells the events that may count from those that must wait. `outside` judges the time of an event in milliseconds;
 * events that were in time when they came are not judged again.
 */
export async function sortOut(
  tx: Tx,
  agencyId: string,
  events: UsageEvent[],
  outside: (atMs: number) => "too_old" | "too_far_ahead" | undefined,
): Promise<SortedOut> {
  const [ownerOf, meters] = await Promise.all([
    resolveAccounts(tx, agencyId, events),
    metersOf(tx, agencyId),
  ]);
  const countable: CountableEvent[] = [];
  const refused: Refused[] = [];
  events.forEach((event, index) => {
    const atMs = Date.parse(event.at);
    const owner = ownerOf(event);
    const kind = meters.get(event.meter);
    const reason =
      outside(atMs) ?? (typeof owner === "string" ? owner : kind === undefined ? "unknown_meter" : undefined);
    if (reason || typeof owner === "string" || !kind) {
      refused.push({ index, reason: reason ?? "unknown_meter", event });
      return;
    }
    const { source, eventId, meter, quantity } = event;
    countable.push({ source, eventId, meter, kind, owner, quantity, at: new Date(atMs).toISOString() });
  });
  return { countable, refused };
}
