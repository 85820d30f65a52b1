import { largestBatch, largestQuantity } from "./limits.ts";
import type { UsageEvent } from "./schemas.ts";

/**
 * The events of a batch that is beyond doubt, or undefined: then the schema judges it. At 50,000 events a second the
 * schema alone would take a seventh of a processor. What passes here is passed by the schema unchanged; a test
 * compares the two.
 */
export function plainBatch(body: unknown): UsageEvent[] | undefined {
  if (!isRecord(body) || !hasOnly(body, ["events"]) || !Array.isArray(body.events)) return undefined;
  const { length } = body.events;
  if (length === 0 || length > largestBatch) return undefined;
  return body.events.every(isPlainEvent) ? body.events : undefined;
}

const fields = ["source", "eventId", "meter", "accountId", "externalId", "quantity", "at"];
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const printable = /^[\x20-\x7e]+$/;

function isPlainEvent(event: unknown): event is UsageEvent {
  return (
    isRecord(event) &&
    hasOnly(event, fields) &&
    isPlainText(event.source, 64) &&
    isPlainText(event.eventId, 128) &&
    isPlainText(event.meter, 40) &&
    (event.externalId === undefined
      ? typeof event.accountId === "string" && uuid.test(event.accountId)
      : event.accountId === undefined && isPlainText(event.externalId, 200)) &&
    Number.isInteger(event.quantity) &&
    (event.quantity as number) >= 0 &&
    (event.quantity as number) <= largestQuantity &&
    isCanonicalInstant(event.at)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasOnly(value: object, names: string[]): boolean {
  for (const name in value) if (!names.includes(name)) return false;
  return true;
}

function isPlainText(value: unknown, longest: number): boolean {
  return typeof value === "string" && value.length <= longest && printable.test(value);
}

/** The form that `toISOString` writes, from 1970 on: "2026-11-21T10:15:00.000Z". */
function isCanonicalInstant(at: unknown): boolean {
  if (typeof at !== "string" || at.length !== 24) return false;
  const time = Date.parse(at);
  return time >= 0 && new Date(time).toISOString() === at;
}
