import type { Tx } from "@tenantry/db";
import { type Day, monthOf, type Period } from "../kernel/clock.ts";
import type { Run } from "../kernel/verb.ts";
import { type Caps, decide, taken } from "./decide-rule.ts";
import { today } from "./period.ts";
import type { Owner } from "./resolve.ts";
import { exactUnits } from "./rules.ts";

interface CapsRow {
  [column: string]: unknown;
  included: bigint;
  soft: bigint | null;
  hard: bigint | null;
}

/** What the version a reseller is on says of a meter; undefined where it has no plan or the plan does not limit it. */
export async function capsOf(
  tx: Tx,
  agencyId: string,
  resellerId: string,
  meter: string,
): Promise<Caps | undefined> {
  const [row] = await tx.named<CapsRow>("usage_caps", capsSql, [agencyId, resellerId, meter]);
  const units = (value: bigint | null) => (value === null ? null : exactUnits(value));
  return (
    row && {
      includedUnits: units(row.included),
      softCapUnits: units(row.soft),
      hardCapUnits: units(row.hard),
    }
  );
}

interface Asked {
  meter: string;
  kind: "counter" | "gauge";
  quantity: number;
}

/**
 * Takes units for a reseller, or nothing where they do not fit under the hard cap; answers how many were taken before.
 * The month's row is locked first and what is used is read after that: askers stand in line, and each sees what the one
 * before was granted.
 */
export async function reserve(
  { tx, ctx }: Run,
  { resellerId, distributorId }: Owner,
  { meter, kind, quantity }: Asked,
  hardCapUnits: number | null,
): Promise<{ before: number }> {
  const { agencyId } = ctx.tenant;
  const month = monthOf(today(ctx));
  const key = [agencyId, resellerId, meter, month.from];
  const [reserved, used] = await Promise.all([
    tx.named<{ units: bigint; seen: bigint }>("usage_reserve_lock", lockSql, [...key, distributorId]),
    usedUnits(tx, agencyId, resellerId, meter, kind, month),
  ]);
  const { units, seen } = reserved[0]!;
  const before = taken(kind, { units: exactUnits(units), seen: exactUnits(seen) }, used);
  const caps = { includedUnits: null, softCapUnits: null, hardCapUnits };
  if (decide(caps, before + quantity).decision !== "deny")
    await tx.named("usage_reserve", takeSql, [...key, before + quantity, used]);
  return { before };
}

/** Reported so far this month. A counter's newest units are counted before they are folded, a gauge's value after. */
async function usedUnits(
  tx: Tx,
  agencyId: string,
  resellerId: string,
  meter: string,
  kind: Asked["kind"],
  { from, to }: Period,
): Promise<number> {
  const values: (string | Day)[] = [agencyId, resellerId, meter, from, to];
  const [row] = await tx.named<{ units: bigint }>(
    `usage_used_${kind}`,
    kind === "counter" ? counterSql : gaugeSql,
    kind === "counter" ? values : [agencyId, resellerId, meter, to],
  );
  return exactUnits(row?.units ?? 0n);
}

const capsSql = `
  select m.included_units as included, m.soft_cap_units as soft, m.hard_cap_units as hard
  from resellers r
  join plan_meters m on m.agency_id = $1 and m.version_id = r.plan_version_id and m.meter = $3
  where r.agency_id = $1 and r.id = $2`;

const lockSql = `
  insert into usage_reservations as r (agency_id, account_id, meter, month, distributor_id, reseller_id, units, seen)
  values ($1, $2, $3, $4, $5, $2, 0, 0)
  on conflict (agency_id, account_id, meter, month) do update set seen = r.seen
  returning units, seen`;

const takeSql = `
  update usage_reservations set units = $5, seen = $6
  where agency_id = $1 and account_id = $2 and meter = $3 and month = $4`;

const counterSql = `
  select ((select coalesce(sum(quantity), 0) from usage_days
      where agency_id = $1 and account_id = $2 and meter = $3 and day between $4 and $5)
    + (select coalesce(sum(quantity), 0) from usage_deltas
      where agency_id = $1 and reseller_id = $2 and meter = $3 and at is null and day between $4 and $5))::bigint as units`;

const gaugeSql = `
  select quantity as units from usage_days
  where agency_id = $1 and account_id = $2 and meter = $3 and day <= $4
  order by day desc limit 1`;
