import type { Tx } from "@tenantry/db";
import { announce } from "../webhooks/announce.ts";
import type { PromisesAfter } from "./plan-change.ts";

/**
 * Tells of every allowance that a change of plan has lowered, as if its giver had lowered it by hand. Only what is
 * guaranteed goes back, and only from a reseller's customers.
 */
export async function announceReturned(
  tx: Tx,
  { agencyId, resellerId, at }: { agencyId: string; resellerId: string; at: Date },
  returned: readonly PromisesAfter[],
): Promise<void> {
  const guaranteed = (units: number) => ({ mode: "guaranteed" as const, units });
  await Promise.all(
    returned.flatMap(({ meter, from }) =>
      from.map(({ accountId, before, after }) => {
        const account = { id: accountId, kind: "customer" };
        const more = { account, meter, before: guaranteed(before), after: guaranteed(after) };
        return announce(tx, { agencyId, type: "allowance.changed", resellerId, at, more });
      }),
    ),
  );
}
