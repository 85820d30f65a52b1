import { accounts } from "@tenantry/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/** Throws `has_resellers` where resellers hang on an account. */
export async function refuseWithResellers(run: Run, uplineId: string): Promise<void> {
  const count = await countHanging(run, uplineId);
  if (count > 0) throw new AppError("has_resellers", { params: { count } });
}

/** Resellers that hang on an account, deleted ones included until they are erased. */
export async function countHanging({ tx, ctx }: Run, uplineId: string): Promise<number> {
  const [found] = await tx
    .select({ count: count() })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.distributorId, uplineId),
        eq(accounts.kind, "reseller"),
        isNull(accounts.erasedAt),
      ),
    );
  return found?.count ?? 0;
}
