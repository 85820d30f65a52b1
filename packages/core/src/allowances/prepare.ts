import { missingRight } from "../delegations/rules.ts";
import { monthOf } from "../kernel/clock.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { today } from "../usage/period.ts";
import { metersOf } from "../usage/resolve.ts";
import { exactUnits } from "../usage/rules.ts";
import { takenBy } from "../usage/taken.ts";
import { type Child, readChild } from "./child.ts";
import { planLimits } from "./plan-limits.ts";
import { lockPool, type PoolKey, readPool } from "./pool.ts";
import { type Given, grantedBy, type Judged, type Pool } from "./rule.ts";

/** An allowance with everything it is judged by. */
export interface Prepared {
  child: Child;
  giver: PoolKey;
  /** The child's own pool; null for one that gives nothing on. */
  own: PoolKey | null;
  judged: Judged;
}

/** What an allowance is read for. */
type Purpose = "preview" | "change" | "removal";

/**
 * Reads an allowance for showing what a change of it would do, or for changing or removing it: then both pools are
 * locked, from the top downwards, and the allowance after them, before what was taken is read. usage.decide holds the
 * allowance while it grants, so nothing is granted under an amount that is being lowered. Throws `not_found` for who is
 * no child of the caller or was deleted and holds nothing, a field error for a meter nobody has, and what a distributor
 * is told whose ceiling does not let it edit its resellers: an allowance of nothing stops them as well as any stop.
 */
export async function prepareAllowance(
  run: Run,
  { accountId, meter }: { accountId: string; meter: string },
  purpose: Purpose,
): Promise<Prepared> {
  const { tx, ctx } = run;
  const { agencyId } = ctx.tenant;
  const lock = purpose !== "preview";
  const child = await readChild(run, accountId, purpose === "removal");
  const missing = ctx.scope.kind === "distributor" && missingRight(ctx.tenant.delegation, "edit");
  if (missing) throw new AppError(missing);
  if (!(await metersOf(tx, agencyId)).has(meter)) throw fieldError("/meter", "meter_unknown");
  const { distributorId, resellerId, parentId } = child;
  const givers =
    parentId === ctx.scope.account ? ownScope(ctx.tenant) : { distributorId, resellerId: agencyId };
  const giver = { ...givers, agencyId, accountId: parentId, meter };
  const own = child.kind === "customer" ? null : { agencyId, accountId, distributorId, resellerId, meter };
  const pool = await poolFor(run, giver, lock);
  const ownPool = own && (await poolFor(run, own, lock));
  const before = await readGiven(run, accountId, meter, lock);
  if (child.deleted && !before) throw new AppError("not_found");
  const plan = own && (await planLimits(run, accountId, meter));
  const taken = await takenBy(tx, agencyId, [accountId], meter, monthOf(today(ctx)));
  const takenUnits = taken.get(accountId) ?? 0;
  const { deleted } = child;
  return { child, giver, own, judged: { pool, before, child: { deleted, takenUnits, pool: ownPool, plan } } };
}

/** An account's pool. One without a pool has been given nothing yet, so that its plan alone says what it begins with. */
export async function poolFor(run: Run, key: PoolKey, lock: boolean): Promise<Pool> {
  const granted = async () => grantedBy(null, await planLimits(run, key.accountId, key.meter));
  if (lock) return lockPool(run.tx, key, granted);
  const found = await readPool(run.tx, key);
  return found ?? { ...(await granted()), ratioPercent: 100, allocatedUnits: 0 };
}

/** What an account was given of a meter; its row is held still with `lock`. */
export async function readGiven(
  { tx, ctx }: Run,
  accountId: string,
  meter: string,
  lock: boolean,
): Promise<Given | null> {
  const [row] = await tx.named<{ mode: Given["mode"]; units: bigint }>(
    lock ? "allowance_lock" : "allowance_read",
    lock ? `${givenSql} for update` : givenSql,
    [ctx.tenant.agencyId, accountId, meter],
  );
  return row ? { mode: row.mode, units: exactUnits(row.units) } : null;
}

const givenSql = `select mode, units from allowances where agency_id = $1 and account_id = $2 and meter = $3`;
