import type { Tx } from "@tenantry/db";
import { exactUnits } from "../usage/rules.ts";
import type { Pool } from "./rule.ts";

/** Whose pool of which meter, with the scope columns of its account. */
export interface PoolKey {
  agencyId: string;
  accountId: string;
  distributorId: string;
  resellerId: string;
  meter: string;
}

export interface PoolRow {
  [column: string]: unknown;
  granted: bigint | null;
  shared: boolean;
  ratio: number;
  allocated: bigint;
}

/** A pool as it stands, or undefined where nothing has been given from it yet. */
export async function readPool(tx: Tx, { agencyId, accountId, meter }: PoolKey): Promise<Pool | undefined> {
  const [row] = await tx.named<PoolRow>("allowance_pool", readSql, [agencyId, accountId, meter]);
  return row && poolOf(row);
}

/**
 * The same, its row locked: whoever gives from it waits for whoever gives now. Made where it is missing, with what
 * `granted` then says. Pools are locked from the top of the tree downwards.
 */
export async function lockPool(
  tx: Tx,
  key: PoolKey,
  granted: () => Promise<Pick<Pool, "grantedUnits" | "shared">>,
): Promise<Pool> {
  const { agencyId, accountId, distributorId, resellerId, meter } = key;
  const lock = () =>
    tx.named<PoolRow>("allowance_pool_lock", `${readSql} for update`, [agencyId, accountId, meter]);
  const [found] = await lock();
  if (found) return poolOf(found);
  const { grantedUnits, shared } = await granted();
  const values = [agencyId, accountId, meter, distributorId, resellerId, grantedUnits, shared];
  await tx.named("allowance_pool_make", makeSql, values);
  const [made] = await lock();
  return poolOf(made!);
}

/** Adds to what is guaranteed from a locked pool; the database refuses what is not covered. */
export async function promise(tx: Tx, key: PoolKey, units: number): Promise<void> {
  if (units !== 0)
    await tx.named("allowance_promise", promiseSql, [key.agencyId, key.accountId, key.meter, units]);
}

/** Says what the account of a locked pool has from now on. */
export async function grant(
  tx: Tx,
  key: PoolKey,
  { grantedUnits, shared }: Pick<Pool, "grantedUnits" | "shared">,
): Promise<void> {
  const values = [key.agencyId, key.accountId, key.meter, grantedUnits, shared];
  await tx.named("allowance_grant", grantSql, values);
}

export function poolOf({ granted, shared, ratio, allocated }: PoolRow): Pool {
  return {
    grantedUnits: granted === null ? null : exactUnits(granted),
    shared,
    ratioPercent: ratio,
    allocatedUnits: exactUnits(allocated),
  };
}

const readSql = `
  select granted_units as granted, shared, ratio_percent as ratio, allocated_units as allocated
  from allowance_pools where agency_id = $1 and account_id = $2 and meter = $3`;

const makeSql = `
  insert into allowance_pools (agency_id, account_id, meter, distributor_id, reseller_id, granted_units, shared)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (agency_id, account_id, meter) do nothing`;

const promiseSql = `
  update allowance_pools set allocated_units = allocated_units + $4
  where agency_id = $1 and account_id = $2 and meter = $3`;

const grantSql = `
  update allowance_pools set granted_units = $4, shared = $5
  where agency_id = $1 and account_id = $2 and meter = $3`;
