import type { Tx } from "@tenantry/db";
import { type Day, monthOf, plusDays } from "../kernel/clock.ts";

/** How many resellers were active at a day's end. */
interface ActiveDay {
  day: Day;
  quantity: number;
}

/** By how much the number changed on each day after `after` on which it did, in order; all of them without it. */
export async function readActiveChanges(tx: Tx, agencyId: string, after?: Day): Promise<ActiveDay[]> {
  const rows = await tx.named<{ day: Day; change: bigint }>("reseller_days", changesSql, [
    agencyId,
    after ?? "-infinity",
  ]);
  return rows.map(({ day, change }) => ({ day, quantity: Number(change) }));
}

const changesSql = `
  select day, sum(change)::bigint as change from reseller_days where agency_id = $1 and day > $2
  group by day order by day`;

/**
 * How many were active at the end of each of `days`, reckoned back from how many are now. `changes` go back at least to
 * the first of the days. What a test agency's clock has left behind in days to come counts as today's, the last one's.
 */
export function activeAt(days: readonly Day[], today: Day, changes: ActiveDay[], now: number): ActiveDay[] {
  return days.map((day) => {
    const since = changes.filter((change) => change.day > day && day < today);
    return { day, quantity: since.reduce((active, { quantity }) => active - quantity, now) };
  });
}

/** The same by month since the first reseller came, each named by its first day. */
export function activeByMonth(today: Day, changes: ActiveDay[], now: number): ActiveDay[] {
  const first = changes[0]?.day;
  if (!first) return [];
  const months: Day[] = [];
  const thisMonth = monthOf(today).from;
  for (let at = monthOf(first).from; at <= thisMonth; at = plusDays(monthOf(at).to, 1)) months.push(at);
  return months.map((month) => {
    const [last] = activeAt([monthOf(month).to], today, changes, now);
    return { day: month, quantity: last!.quantity };
  });
}
