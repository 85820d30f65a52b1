import type { Tx } from "@tenantry/db";
import type { Period } from "../kernel/clock.ts";
import { arrayLiteral } from "../usage/array-literal.ts";
import { exactUnits } from "../usage/rules.ts";
import { takenBy } from "../usage/taken.ts";
import { type PoolRow, poolOf } from "./pool.ts";
import { type GuaranteedChild, type Returns, returnUnused } from "./returns.ts";
import { type Given, grantedBy, leastGranted, type Pool } from "./rule.ts";

/** A reseller's promises of one meter under the plan it is going to be on. */
export interface PromisesAfter extends Returns {
  meter: string;
  /** What it has to give then. */
  grantedUnits: number | null;
  shared: boolean;
}

interface Asked {
  agencyId: string;
  resellerId: string;
  /** The plan's version it is going to be on. */
  versionId: string;
  /** The month in which the change takes effect: what is used in it stays given. */
  month: Period;
}

interface FactsRow extends PoolRow {
  resellerId: string;
  meter: string;
  mode: Given["mode"] | null;
  units: bigint | null;
  included: bigint | null;
  hard: bigint | null;
}

/**
 * What a change of plan does to what a reseller has promised, meter by meter: for showing it, and, with its pools locked,
 * for doing it. Only meters it has a pool of.
 */
export async function promisesAfter(tx: Tx, asked: Asked, lock = false): Promise<PromisesAfter[]> {
  const pools = await poolsUnder(tx, asked, [asked.resellerId]);
  return Promise.all(
    pools.map(async ({ meter, pool }) => {
      const { grantedUnits, shared } = pool;
      const alone = returnUnused(pool, []);
      const children = alone.shortUnits > 0 ? await guaranteedChildren(tx, asked, meter, lock) : [];
      return { meter, grantedUnits, shared, ...returnUnused(pool, children) };
    }),
  );
}

/** What resellers would have to give under a version, and what they have promised of it; of the meters they have a pool of. */
async function poolsUnder(
  tx: Tx,
  { agencyId, versionId }: Pick<Asked, "agencyId" | "versionId">,
  resellerIds: readonly string[],
): Promise<{ resellerId: string; meter: string; pool: Pool }[]> {
  const values = [agencyId, arrayLiteral(resellerIds), versionId];
  const rows = await tx.named<FactsRow>("allowance_plan_change", factsSql, values);
  return rows.map((row) => {
    const given = row.mode && { mode: row.mode, units: exactUnits(row.units!) };
    const hardCapUnits = row.hard === null ? null : exactUnits(row.hard);
    const plan = row.included === null ? null : { includedUnits: exactUnits(row.included), hardCapUnits };
    const pool = { ...poolOf(row), ...grantedBy(given, plan) };
    return { resellerId: row.resellerId, meter: row.meter, pool };
  });
}

/** What became of promises: those that went back in part, or those that stand in the way, and then nothing was written. */
interface Settled {
  covered: boolean;
  short: PromisesAfter[];
}

/**
 * Gives a reseller what its new plan says there is to give, and takes unused units back from its customers where they
 * would not be covered and `back` says so.
 */
export async function settlePromises(tx: Tx, asked: Asked, back: boolean): Promise<Settled> {
  const { agencyId, resellerId } = asked;
  // Made where they are missing: a reseller that gives for the first time at this moment waits, and is not overlooked.
  await tx.named("allowance_pools_lock", lockSql, [agencyId, resellerId]);
  const after = await promisesAfter(tx, asked, true);
  const uncovered = after.filter(({ shortUnits, missingUnits }) => (back ? missingUnits : shortUnits) > 0);
  if (uncovered.length > 0) return { covered: false, short: uncovered };
  for (const { meter, grantedUnits, shared, from } of after) {
    const ids = arrayLiteral(from.map(({ accountId }) => accountId));
    const units = arrayLiteral(from.map((one) => one.after));
    const returned = from.reduce((sum, one) => sum + one.before - one.after, 0);
    if (from.length > 0) await tx.named("allowance_take_back", takeBackSql, [agencyId, meter, ids, units]);
    await tx.named("allowance_settle", settleSql, [
      agencyId,
      resellerId,
      meter,
      grantedUnits,
      shared,
      returned,
    ]);
  }
  return { covered: true, short: after.filter(({ from }) => from.length > 0) };
}

/** Which of many resellers have promised more than one version would cover; one statement for all of them. */
export async function shortUnder(
  tx: Tx,
  resellerIds: readonly string[],
  asked: Pick<Asked, "agencyId" | "versionId">,
): Promise<string[]> {
  const pools = await poolsUnder(tx, asked, resellerIds);
  const short = pools.filter(({ pool }) => returnUnused(pool, []).shortUnits > 0);
  return [...new Set(short.map(({ resellerId }) => resellerId))];
}

/** Those whose slices may be lowered; held still with `lock`, so that what is granted to them meanwhile is seen. */
async function guaranteedChildren(
  tx: Tx,
  { agencyId, resellerId, month }: Asked,
  meter: string,
  lock: boolean,
): Promise<GuaranteedChild[]> {
  const rows = await tx.named<{ id: string; name: string; units: bigint; allocated: bigint; ratio: number }>(
    lock ? "allowance_guaranteed_lock" : "allowance_guaranteed",
    childrenSql(lock ? "order by account_id for update" : ""),
    [agencyId, resellerId, meter],
  );
  const ids = rows.map(({ id }) => id);
  const taken = await takenBy(tx, agencyId, ids, meter, month);
  return rows.map(({ id, name, units, allocated, ratio }) => {
    const promised = { grantedUnits: null, shared: false, ratioPercent: ratio };
    const least = leastGranted({ ...promised, allocatedUnits: exactUnits(allocated) });
    return { accountId: id, name, units: exactUnits(units), boundUnits: Math.max(taken.get(id) ?? 0, least) };
  });
}

const factsSql = `
  select p.account_id as "resellerId", p.meter, p.granted_units as granted, p.shared, p.ratio_percent as ratio,
    p.allocated_units as allocated, w.mode, w.units, m.included_units as included, m.hard_cap_units as hard
  from allowance_pools p
  left join allowances w on w.agency_id = $1 and w.account_id = p.account_id and w.meter = p.meter
  left join plan_meters m on m.agency_id = $1 and m.version_id = $3 and m.meter = p.meter
  where p.agency_id = $1 and p.account_id = any($2::uuid[])
  order by p.account_id, p.meter`;

const childrenSql = (locked: string) => `
  select w.account_id as id, a.name, w.units, coalesce(p.allocated_units, 0) as allocated,
    coalesce(p.ratio_percent, 100) as ratio
  from (select account_id, units from allowances
    where agency_id = $1 and parent_id = $2 and meter = $3 and mode = 'guaranteed' ${locked}) w
  join accounts a on a.agency_id = $1 and a.id = w.account_id
  left join allowance_pools p on p.agency_id = $1 and p.account_id = w.account_id and p.meter = $3
  order by a.name_ci, a.id`;

const lockSql = `
  insert into allowance_pools as p (agency_id, account_id, meter, distributor_id, reseller_id)
  select $1, r.id, k.key, r.distributor_id, r.reseller_id
  from resellers r join meters k on k.agency_id = $1
  where r.agency_id = $1 and r.id = $2
  order by k.key
  on conflict (agency_id, account_id, meter) do update set ratio_percent = p.ratio_percent`;

const takeBackSql = `
  update allowances w set units = x.units
  from unnest($3::uuid[], $4::bigint[]) x (id, units)
  where w.agency_id = $1 and w.account_id = x.id and w.meter = $2`;

const settleSql = `
  update allowance_pools set granted_units = $4, shared = $5, allocated_units = allocated_units - $6
  where agency_id = $1 and account_id = $2 and meter = $3`;
