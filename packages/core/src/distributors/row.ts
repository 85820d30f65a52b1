import { accounts, delegations, distributors, hostnames } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/** A distributor's rows. `lock`: whoever changes its account at the same time waits. Throws `not_found`. */
export async function readRows({ tx, ctx }: Run, id: string, lock = false) {
  const { agencyId } = ctx.tenant;
  const asked = tx
    .select({ account: accounts, contact: distributors, delegation: delegations, host: hostnames.host })
    .from(accounts)
    .innerJoin(
      distributors,
      and(eq(distributors.agencyId, accounts.agencyId), eq(distributors.id, accounts.id)),
    )
    .innerJoin(
      delegations,
      and(eq(delegations.agencyId, accounts.agencyId), eq(delegations.distributorId, accounts.id)),
    )
    .innerJoin(
      hostnames,
      and(
        eq(hostnames.agencyId, accounts.agencyId),
        eq(hostnames.accountId, accounts.id),
        eq(hostnames.isPrimary, true),
      ),
    )
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id)));
  const [row] = await (lock ? asked.for("update", { of: accounts }) : asked);
  if (!row) throw new AppError("not_found");
  return row;
}
