import type { Tx } from "@tenantry/db";
import { monthOf } from "../kernel/clock.ts";
import type { Run } from "../kernel/verb.ts";
import { arrayLiteral } from "./array-literal.ts";
import { decideChain, endOf, type Level } from "./decide-chain.ts";
import type { ChainAccount } from "./levels.ts";
import { today } from "./period.ts";
import { exactUnits } from "./rules.ts";
import { takenColumns, takenJoins, takenOf } from "./taken.ts";

interface Asked {
  meter: string;
  quantity: number;
}

interface TakenRow {
  [column: string]: unknown;
  accountId: string;
  kind: "counter" | "gauge";
  units: bigint;
  seen: bigint;
  used: bigint;
  allowance: bigint | null;
  mode: "guaranteed" | "shared" | null;
}

/**
 * Takes units at every level of a chain, or nothing where they do not fit at one of them; answers the levels as they
 * were before. The month's rows are locked first, always from the top of the tree downwards, and what is used is read
 * after that: askers stand in line, each sees what the one before was granted, and no two wait for each other.
 */
export async function reserve(
  { tx, ctx }: Run,
  chain: readonly ChainAccount[],
  { meter, quantity }: Asked,
): Promise<Level[]> {
  const { agencyId } = ctx.tenant;
  const month = monthOf(today(ctx));
  const list = (column: "accountId" | "distributorId" | "resellerId") =>
    arrayLiteral(chain.map((one) => one[column]));
  const key = [agencyId, list("accountId"), meter, month.from];
  const [first, ...more] = chain.map(({ accountId }) => accountId);
  const [, rows] = await Promise.all([
    tx.named("usage_reserve_lock", lockSql, [...key, list("distributorId"), list("resellerId")]),
    tx.named<TakenRow>(`usage_reserve_taken_${chain.length}`, takenSql(chain.length), [
      ...[agencyId, first, meter, month.from, month.to],
      ...more,
    ]),
  ]);
  const byId = new Map(rows.map((row) => [row.accountId, row]));
  const levels = chain.map((account): Level => {
    const { accountId, level, caps } = account;
    const row = byId.get(accountId)!;
    const allowanceUnits = row.allowance === null ? null : exactUnits(row.allowance);
    return { accountId, level, caps, allowanceUnits, beforeUnits: takenOf(row), heldUnits: 0 };
  });
  for (const [index, { promisedUnits, ratioPercent, childId }] of chain.entries()) {
    const level = levels[index]!;
    const end = endOf(level);
    // A child with a slice of its own draws on that; everybody else leaves to the others what is theirs.
    if (end === null || (childId && byId.get(childId)?.mode === "guaranteed")) continue;
    if (promisedUnits === 0 || level.beforeUnits + quantity + promisedUnits <= end) continue;
    const values = [agencyId, level.accountId, meter, month.from, month.to];
    level.heldUnits = await heldUnits(tx, values, ratioPercent);
  }
  if (decideChain(levels, quantity).decision !== "deny") {
    const after = arrayLiteral(levels.map(({ beforeUnits }) => beforeUnits + quantity));
    const used = arrayLiteral(levels.map(({ accountId }) => exactUnits(byId.get(accountId)!.used)));
    await tx.named("usage_reserve", takeSql, [...key, after, used]);
  }
  return levels;
}

/** What the guaranteed slices of an account's children have left, as far as its ratio says that it has to be there. */
async function heldUnits(tx: Tx, key: unknown[], ratioPercent: number): Promise<number> {
  const [row] = await tx.named<{ held: bigint }>("usage_held", heldSql, key);
  return Math.floor((exactUnits(row!.held) * 100) / ratioPercent);
}

const lockSql = `
  insert into usage_reservations as r (agency_id, account_id, meter, month, distributor_id, reseller_id, units, seen)
  select $1, x.id, $3, $4, x.distributor, x.reseller, 0, 0
  from unnest($2::uuid[], $5::uuid[], $6::uuid[]) with ordinality x (id, distributor, reseller, place)
  order by x.place
  on conflict (agency_id, account_id, meter, month) do update set seen = r.seen`;

// An allowance is held while its units are granted: whoever lowers it waits, and then sees them as taken. A text for
// each number of levels, because for a list of any length PostgreSQL would plan every call anew.
const takenSql = (levels: number) => {
  const ids = ["$2::uuid", "$6::uuid", "$7::uuid"].slice(0, levels).join();
  return `
  with given as materialized (
    select account_id, units, mode from allowances
    where agency_id = $1 and account_id in (${ids}) and meter = $3 for share
  )
  select x.id as "accountId", ${takenColumns}, g.units as allowance, g.mode
  from unnest(array[${ids}]) x (id) ${takenJoins}
  left join given g on g.account_id = x.id`;
};

// What counts as taken is decide-rule.ts's taken().
const heldSql = `
  select coalesce(sum(greatest(0, t.given -
    case when t.kind = 'gauge' and t.seen <> t.used then t.used else greatest(t.units, t.used) end)), 0)::bigint as held
  from (
    select x.given, ${takenColumns}
    from (select account_id as id, units as given from allowances
      where agency_id = $1 and parent_id = $2 and meter = $3 and mode = 'guaranteed') x ${takenJoins}
  ) t`;

const takeSql = `
  update usage_reservations r set units = x.units, seen = x.used
  from unnest($2::uuid[], $5::bigint[], $6::bigint[]) x (id, units, used)
  where r.agency_id = $1 and r.account_id = x.id and r.meter = $3 and r.month = $4`;
