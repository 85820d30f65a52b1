import { accounts } from "@tenantry/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/** Throws `has_resellers` where resellers hang on an account, deleted ones included until they are erased. */
export async function refuseWithResellers({ tx, ctx }: Run, uplineId: string): Promise<void> {
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
  if (found && found.count > 0) throw new AppError("has_resellers", { params: { count: found.count } });
}
