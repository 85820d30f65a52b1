import { sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { TeamAccount } from "./account.ts";

/**
 * Holds the account's owners for this transaction and throws `last_owner` when none but this one could sign in (p2).
 * Whoever waits here sees, once it is their turn, the owners that are left: of any number of racers one stays. The rows
 * are taken in one order, so racers wait for each other and never for ever.
 */
export async function refuseLastOwner(
  { tx }: Run,
  { scope, id, kind }: TeamAccount,
  userId: string,
): Promise<void> {
  // A customer's people are its seller's to manage, so nothing is lost with the last of them.
  if (kind === "customer") return;
  const { rows } = await tx.execute<{ user_id: string }>(sql`
    select m.user_id from memberships m
    where m.agency_id = ${scope.agencyId} and m.account_id = ${id} and m.role = 'owner' and m.state = 'active'
    order by m.user_id for no key update`);
  const others = rows.map((row) => row.user_id).filter((one) => one !== userId);
  const able = await tx.execute(sql`
    select 1 from users u join passwords p on p.agency_id = u.agency_id and p.user_id = u.id
    where u.agency_id = ${scope.agencyId} and u.status = 'active'
      and u.id = any(${sql.param(others)}::uuid[]) limit 1`);
  if (able.rows.length === 0) throw new AppError("last_owner");
}
