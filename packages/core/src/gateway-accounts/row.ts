import { gatewayAccounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { connectedEvents, stripeEvents } from "../platform/payments/stripe-events.ts";
import { ownOrigin } from "../tenancy/origin.ts";

type Row = typeof gatewayAccounts.$inferSelect;

/** The agency's account; undefined where it has none. */
export async function findAccount({ tx, ctx }: Run): Promise<Row | undefined> {
  const { agencyId } = ctx.tenant;
  const [row] = await tx
    .select()
    .from(gatewayAccounts)
    .where(and(eq(gatewayAccounts.agencyId, agencyId), eq(gatewayAccounts.accountId, agencyId)));
  return row;
}

/** The same, where it has to be this one. Throws `no_gateway_account`. */
export async function requireAccount(run: Run, gatewayId: string): Promise<Row> {
  const row = await findAccount(run);
  if (row?.gatewayId !== gatewayId) throw new AppError("no_gateway_account");
  return row;
}

export function shownAccount(ctx: Run["ctx"], row: Row | undefined) {
  return {
    account: row ? factsOf(row) : null,
    hook: {
      url: `${ownOrigin(ctx)}/api/hooks/payments/stripe`,
      events: [...stripeEvents],
      connectedEvents: [...stripeEvents, ...connectedEvents],
    },
  };
}

function factsOf({ gatewayId, name, charges, lastFour, checkedAt, connectSecrets }: Row) {
  return { gatewayId, name, charges, lastFour, checkedAt, connects: connectSecrets !== null };
}
