import type { Tx } from "@tenantry/db";
import type { CountableEvent } from "./record.ts";
import { metersOf, resolveAccounts } from "./resolve.ts";
import type { QuarantineReason, UsageEvent } from "./schemas.ts";

/** An event that may not count, with its place in the batch. */
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
    const owner = ownerOf(event);
    const kind = meters.get(event.meter);
    const late = outside(Date.parse(event.at));
    if (late) refused.push({ index, reason: late, event });
    else if (typeof owner === "string") refused.push({ index, reason: owner, event });
    else if (!kind) refused.push({ index, reason: "unknown_meter", event });
    else {
      const { source, eventId, meter, quantity, at } = event;
      countable.push({ source, eventId, meter, kind, owner, quantity, at });
    }
  });
  return { countable, refused };
}
