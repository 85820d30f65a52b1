import { type Day, dayOf } from "../kernel/clock.ts";
import type { UsageAgency } from "./test-agency.ts";
import type { UsageDatabase } from "./test-database.ts";

/** An event as it was counted. */
export interface Counted {
  source: string;
  eventId: string;
  meter: string;
  accountId: string;
  quantity: number;
  /** Instant. */
  at: string;
}

/** Every event of an agency that was counted. */
export async function readEvents(db: UsageDatabase, agency: UsageAgency): Promise<Counted[]> {
  const { rows } = await db.admin.query(
    `select source, event_id, meter, account_id, quantity, at from usage_events where agency_id = $1`,
    [agency.agencyId],
  );
  return rows.map((row) => ({
    source: row.source,
    eventId: row.event_id,
    meter: row.meter,
    accountId: row.account_id,
    quantity: Number(row.quantity),
    at: row.at.toISOString(),
  }));
}

/** A gauge's order of events: the greatest is its value. */
const order = (event: Counted) => `${event.at} ${event.eventId} ${event.source}`;

/** The plain way: look at every event again for each day. */
export function recount(events: Counted[], meter: string, zone: string, day: Day): number {
  const mine = events.filter((event) => event.meter === meter);
  if (meter !== "team_members") {
    const ofDay = mine.filter((event) => dayOf(new Date(event.at), zone) === day);
    return ofDay.reduce((sum, event) => sum + event.quantity, 0);
  }
  const last = new Map<string, Counted>();
  for (const event of mine) {
    if (dayOf(new Date(event.at), zone) > day) continue;
    const known = last.get(event.accountId);
    if (!known || order(event) > order(known)) last.set(event.accountId, event);
  }
  return [...last.values()].reduce((sum, event) => sum + event.quantity, 0);
}
