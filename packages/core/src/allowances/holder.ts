import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { monthOf } from "../kernel/clock.ts";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { today } from "../usage/period.ts";
import { takenBy } from "../usage/taken.ts";
import type { pool } from "./list-schemas.ts";
import { poolFor } from "./prepare.ts";
import { mostPromised } from "./rule.ts";

/** An account in the caller's reach that can have pools. */
export interface Holder {
  id: string;
  name: string;
  kind: "agency" | "distributor" | "reseller" | "customer";
  distributorId: string;
  resellerId: string;
}

/** The caller's own account unless another in its reach is named. Throws `not_found`. */
export async function readHolder({ tx, ctx }: Run, accountId = ctx.scope.account): Promise<Holder> {
  const { id, name, kind, distributorId, resellerId } = accounts;
  const [row] = await tx
    .select({ id, name, kind, distributorId, resellerId })
    .from(accounts)
    .where(and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, accountId)));
  if (!row || row.kind === "vendor") throw new AppError("not_found");
  return row as Holder;
}

/** What an account has of a meter, as it is shown. */
export async function shownPool(run: Run, holder: Holder, meter: string): Promise<z.output<typeof pool>> {
  const { tx, ctx } = run;
  const { agencyId } = ctx.tenant;
  const { id: accountId, name, kind, distributorId, resellerId } = holder;
  const own = await poolFor(run, { agencyId, accountId, distributorId, resellerId, meter }, false);
  const taken = await takenBy(tx, agencyId, [accountId], meter, monthOf(today(ctx)));
  const most = mostPromised(own);
  return {
    ...{ accountId, name, kind, meter, ...own },
    takenUnits: taken.get(accountId) ?? 0,
    freeUnits: most === null ? null : Math.max(0, most - own.allocatedUnits),
  };
}
