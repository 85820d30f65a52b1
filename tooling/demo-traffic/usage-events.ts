import type { MessageRow } from "./message-rows.ts";

/** An event as POST /api/v1/usage/events takes it. */
export interface SentEvent {
  source: string;
  eventId: string;
  meter: string;
  externalId: string;
  quantity: number;
  at: string;
}

const source = "chat-rooms";

/** How far `at` moves so that the last of these rows happens at `nowMs`. */
export function shiftTo(rows: MessageRow[], nowMs: number): number {
  return nowMs - rows.reduce((last, row) => Math.max(last, row.atMs), 0);
}

/**
 * The rows as usage events, `shiftMs` later than they were: one unit each, and at the end every channel's distinct
 * authors as its team.
 */
export function toEvents(rows: MessageRow[], shiftMs: number): SentEvent[] {
  const shifted = (atMs: number) => new Date(atMs + shiftMs).toISOString();
  const messages = rows.map((row) => ({
    source,
    eventId: row.key,
    meter: meterOf(row.channel),
    externalId: row.channel,
    quantity: 1,
    at: shifted(row.atMs),
  }));
  const teams = new Map<string, { authors: Set<string>; lastMs: number }>();
  for (const { channel, author, atMs } of rows) {
    const team = teams.get(channel) ?? { authors: new Set(), lastMs: 0 };
    team.authors.add(author);
    team.lastMs = Math.max(team.lastMs, atMs);
    teams.set(channel, team);
  }
  const gauges = [...teams].map(([channel, { authors, lastMs }]) => ({
    source,
    eventId: `team ${channel}`,
    meter: "team_members",
    externalId: channel,
    quantity: authors.size,
    at: shifted(lastMs),
  }));
  return [...messages, ...gauges];
}

/** The source knows one kind of message; every seventh channel plays WhatsApp. */
function meterOf(channel: string): string {
  return Number(channel.replace(/\D/g, "")) % 7 === 0 ? "whatsapp_messages" : "messages";
}
