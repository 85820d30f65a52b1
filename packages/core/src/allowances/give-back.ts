import type { Run } from "../kernel/verb.ts";

/**
 * Gives back all that an account was given, for good: its allowances go, and who gave them can promise as much to
 * others. The givers' pools are locked first, as for every other change of an allowance.
 */
export async function giveBack({ tx, ctx }: Run, accountId: string): Promise<void> {
  const key = [ctx.tenant.agencyId, accountId];
  await tx.named("allowance_give_back_lock", lockSql, key);
  await tx.named("allowance_give_back", giveBackSql, key);
}

const lockSql = `
  select pool.meter from allowance_pools pool
  join allowances given on given.agency_id = pool.agency_id and given.parent_id = pool.account_id
    and given.meter = pool.meter
  where given.agency_id = $1 and given.account_id = $2
  order by pool.meter
  for update of pool`;

const giveBackSql = `
  with given as (delete from allowances where agency_id = $1 and account_id = $2 returning *)
  update allowance_pools pool set allocated_units = pool.allocated_units - given.units
  from given
  where pool.agency_id = $1 and pool.account_id = given.parent_id and pool.meter = given.meter
    and given.mode = 'guaranteed'`;
