import { webhookEndpoints } from "@tenantry/db/schema";
import { and, count, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { mostEndpoints } from "./schemas.ts";

/** Throws `too_many_webhooks` where the caller's account can have no further endpoint. Whoever else asks waits. */
export async function requireRoom({ tx, ctx }: Run): Promise<void> {
  await tx.named("webhook_room", lockSql, [ctx.scope.account]);
  const [made] = await tx
    .select({ endpoints: count() })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.agencyId, ctx.tenant.agencyId),
        eq(webhookEndpoints.accountId, ctx.scope.account),
      ),
    );
  if ((made?.endpoints ?? 0) >= mostEndpoints)
    throw new AppError("too_many_webhooks", { params: { maximum: mostEndpoints } });
}

const lockSql = "select pg_advisory_xact_lock(hashtextextended('webhooks ' || $1, 0))";
