import type { usageDays } from "@tenantry/core/usage/index";
import { drawDays } from "../../ui/chart/draw-days.ts";
import type { Pool } from "../allowances/types.ts";
import type { PlanSummary } from "../plans/types.ts";
import type { MeterUse, UsageDays } from "./types.ts";

type Days = Awaited<ReturnType<typeof usageDays>>;

const meters = ["messages", "whatsapp_messages", "team_members"];

/**
 * Each meter's use in the period with what the plan includes, or the account was given where that is less, since nothing
 * is granted past either; and where a counter ends at this pace.
 */
export function usesOf(
  usage: Days,
  plan: PlanSummary | null,
  daysLeft: number,
  pools: readonly Pick<Pool, "meter" | "grantedUnits">[] = [],
): MeterUse[] {
  return meters.flatMap((key) => {
    const meter = usage.meters.find(({ meter }) => meter === key);
    const planned = plan?.allowances.find(({ meter }) => meter === key)?.included ?? null;
    const granted = pools.find(({ meter }) => meter === key)?.grantedUnits ?? null;
    // Without an allowance a pool holds what the plan includes.
    const byAllowance = granted !== null && (planned === null || granted < planned) ? true : undefined;
    const included = byAllowance ? granted : planned;
    const use = { meter: key, used: meter?.quantity ?? 0, included, byAllowance };
    if (!meter) return [use];
    const past = meter.days.length;
    if (meter.kind === "gauge" || past === 0) return [use];
    const perDay = meter.quantity / past;
    const forecast = Math.round(meter.quantity + perDay * daysLeft);
    if (included === null || perDay === 0 || forecast <= included || meter.quantity >= included)
      return [{ ...use, forecast }];
    return [
      { ...use, forecast, reachedOn: dayAfter(usage.to, Math.ceil((included - meter.quantity) / perDay)) },
    ];
  });
}

/** The chart of both message meters over the whole month, and its table. */
export function chartOf(usage: Days, monthEnd: string, csvTo: string): UsageDays {
  const [first, second] = ["messages", "whatsapp_messages"] as [string, string];
  const of = (key: string) =>
    new Map(
      usage.meters.find(({ meter }) => meter === key)?.days.map(({ day, quantity }) => [day, quantity]),
    );
  const [messages, whatsapp] = [of(first), of(second)];
  const known = usage.meters[0]?.days.map(({ day }) => day) ?? [];
  const days = known.map((day) => ({ day, first: messages.get(day) ?? 0, second: whatsapp.get(day) ?? 0 }));
  return {
    from: usage.from,
    to: usage.to,
    meters: [first, second],
    days,
    drawing: drawDays(days, usage.from, monthEnd),
    csvTo,
  };
}

/** The last day of a day's month, and how many days are left until then. */
export function monthLeft(day: string): { end: string; daysLeft: number } {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { end: `${day.slice(0, 8)}${String(length).padStart(2, "0")}`, daysLeft: length - date };
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
