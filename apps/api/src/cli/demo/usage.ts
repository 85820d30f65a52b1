import type { Ctx } from "@tenantry/core/kernel/ctx";
import { ingestUsage } from "@tenantry/core/usage/index";

export const demoDays = 60;
const day = 86_400_000;
const batch = 1_000;

interface Pace {
  messages: number;
  whatsapp: number;
  team: number;
}

/**
 * Sixty days of usage of one customer, spread by weekday and a fixed wobble: the same on every machine, so that
 * screenshots stay comparable. `share` is its part of the reseller's pace.
 */
export async function ingestHistory(
  ctx: Ctx,
  accountId: string,
  pace: Pace,
  share: number,
  seed: number,
): Promise<void> {
  const today = Math.floor(ctx.securityNow.getTime() / day) * day;
  const events = [];
  for (let back = demoDays; back >= 1; back--) {
    const at = new Date(today - back * day + 11 * 3_600_000 + (seed % 7) * 1_800_000).toISOString();
    const weekday = new Date(at).getUTCDay();
    const swing =
      (weekday === 0 || weekday === 6 ? 0.45 : 1) * (0.8 + 0.4 * wobble(seed + back)) * (1.25 - back / 240);
    const event = { source: "demo", accountId, at };
    const id = `${accountId.slice(-12)}-${back}`;
    const units = (pacePerDay: number) => Math.round(pacePerDay * share * swing);
    events.push({ ...event, eventId: `m-${id}`, meter: "messages", quantity: units(pace.messages) });
    events.push({ ...event, eventId: `w-${id}`, meter: "whatsapp_messages", quantity: units(pace.whatsapp) });
    if (back % 10 === 0) {
      const quantity = Math.max(1, Math.round(pace.team * share - back / 40));
      events.push({ ...event, eventId: `t-${id}`, meter: "team_members", quantity });
    }
  }
  for (let from = 0; from < events.length; from += batch) {
    await ingestUsage(ctx, { events: events.slice(from, from + batch) });
  }
}

/** A number from 0 to 1 that looks random and is not. */
function wobble(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}
