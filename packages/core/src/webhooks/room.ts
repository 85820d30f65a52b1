import { webhookEndpoints } from "@tenantry/db/schema";
import { and, count, eq, isNull } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { mostEndpoints } from "./schemas.ts";

/** Throws `too_many_webhooks` where the caller's account can switch on no further endpoint. */
export async function requireRoom({ tx, ctx }: Run): Promise<void> {
  const [on] = await tx
    .select({ endpoints: count() })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.agencyId, ctx.tenant.agencyId),
        eq(webhookEndpoints.accountId, ctx.scope.account),
        isNull(webhookEndpoints.disabledAt),
      ),
    );
  if ((on?.endpoints ?? 0) >= mostEndpoints)
    throw new AppError("too_many_webhooks", { params: { maximum: mostEndpoints } });
}
