import type { SentEvent } from "./usage-events.ts";

/** What the API said of all batches together. `quarantined` holds places in the list of events. */
export interface Answer {
  accepted: number;
  duplicates: number;
  quarantined: Map<number, string>;
}

/** What makes two events one: source, event id and the UTC day of `at`. */
export function identityOf(event: SentEvent): string {
  return JSON.stringify([event.source, event.eventId, event.at.slice(0, 10)]);
}

/**
 * What the answer must be, by looking at each event once more: new is what neither this run nor an earlier one (`known`)
 * has told before. What the API put in quarantine is left out: it has not been counted.
 */
export function recount(
  events: SentEvent[],
  quarantined: ReadonlyMap<number, string>,
  known: ReadonlySet<string>,
): { accepted: number; duplicates: number } {
  const told = new Set<string>();
  let counted = 0;
  for (const [place, event] of events.entries()) {
    if (quarantined.has(place)) continue;
    counted++;
    const identity = identityOf(event);
    if (!known.has(identity)) told.add(identity);
  }
  return { accepted: told.size, duplicates: counted - told.size };
}
