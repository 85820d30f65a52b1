import type { Tx } from "@tenantry/db";
import type { Day } from "../kernel/clock.ts";
import type { Run } from "../kernel/verb.ts";
import { accountDaysSql, daysSql, deletedSql, monthsSql } from "./days-sql.ts";
import { type DayUnits, exactUnits } from "./rules.ts";

/** What the rollup says of one meter, in order of day. */
export interface MeterRows {
  meter: string;
  kind: "counter" | "gauge";
  days: DayUnits[];
}

interface Row {
  [column: string]: unknown;
  meter: string;
  kind: "counter" | "gauge";
  day: Day | null;
  quantity: bigint | null;
}

/**
 * All resellers together, the agency's or an upline's, per meter of the agency: the rows of `from`..`to`, and of a gauge
 * also the last one before `from`, whose value still holds. Meters without usage are there with no days.
 */
export async function readDays({ tx, ctx }: Run, from: Day, to: Day): Promise<MeterRows[]> {
  const rows = rowsOf(ctx);
  const values = [ctx.tenant.agencyId, ctx.scope.account, from, to];
  return byMeter(await tx.named<Row>(`usage_resellers_days_${rows}`, daysSql[rows], values));
}

/** The same for one account below the agency, or the agency as a whole: everything it and those under it used. */
export async function readAccountDays(
  tx: Tx,
  agencyId: string,
  accountId: string,
  from: Day,
  to: Day,
): Promise<MeterRows[]> {
  const values = [agencyId, accountId, from, to];
  return byMeter(await tx.named<Row>("usage_account_days", accountDaysSql, values));
}

/** All resellers together since the beginning, by month up to `to`. */
export async function readAllMonths({ tx, ctx }: Run, to: Day): Promise<MeterRows[]> {
  const rows = rowsOf(ctx);
  const values = [ctx.tenant.agencyId, ctx.scope.account, "-infinity", to];
  return byMeter(await tx.named<Row>(`usage_resellers_months_${rows}`, monthsSql[rows], values));
}

/** What deleted resellers used of that, by day from `from`, or without it by month since the beginning. */
export async function readDeleted({ tx, ctx }: Run, from: Day | undefined, to: Day): Promise<MeterRows[]> {
  const unit = from ? "day" : "month";
  const values = [ctx.tenant.agencyId, ctx.scope.account, from ?? "-infinity", to];
  return byMeter(await tx.named<Row>(`usage_deleted_${unit}`, deletedSql[unit], values));
}

/** Which rows say what the resellers of whoever looks used. */
function rowsOf({ tenant }: Run["ctx"]): keyof typeof daysSql {
  return tenant.kind === "reseller" ? "beneath" : "own";
}

function byMeter(rows: Row[]): MeterRows[] {
  const meters = new Map<string, MeterRows>();
  for (const { meter, kind, day, quantity } of rows) {
    let found = meters.get(meter);
    if (!found) {
      found = { meter, kind, days: [] };
      meters.set(meter, found);
    }
    if (day !== null && quantity !== null) found.days.push({ day, quantity: exactUnits(quantity) });
  }
  return [...meters.values()];
}

/** How many of the resellers in sight are active, from the maintained counter, and how fresh the rollups are. */
export async function readHeadline(
  tx: Tx,
  agencyId: string,
): Promise<{ activeResellers: number; foldedAt: Date | null }> {
  const [row] = await tx.named<{ active: bigint; foldedAt: Date | null }>("usage_headline", headlineSql, [
    agencyId,
  ]);
  return { activeResellers: Number(row!.active), foldedAt: row!.foldedAt };
}

const headlineSql = `
  select (select coalesce(sum(active), 0)::bigint from reseller_counts where agency_id = $1) as active,
    (select folded_at from usage_folds where agency_id = $1) as "foldedAt"`;
