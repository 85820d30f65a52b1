import type { Tx } from "@tenantry/db";
import { webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { databaseNow } from "../kernel/rows.ts";

/**
 * Switches an endpoint off and gives up what waits for it, which can be sent again later. Answers how many messages that
 * were; undefined where it was not on.
 */
export async function switchOff(
  tx: Tx,
  endpoint: SQL | undefined,
  why: "by_hand" | "gone" | "failing",
): Promise<number | undefined> {
  // Locked first: whoever writes a message to it right now comes before, and is given up too, or not at all.
  await tx.select({ id: webhookEndpoints.id }).from(webhookEndpoints).where(endpoint).for("update");
  const [off] = await tx
    .update(webhookEndpoints)
    .set({ disabledAt: databaseNow as never, disabledWhy: why })
    .where(and(endpoint, isNull(webhookEndpoints.disabledAt)))
    .returning({ agencyId: webhookEndpoints.agencyId, id: webhookEndpoints.id });
  if (!off) return undefined;
  const { rowCount } = await tx
    .update(webhookDeliveries)
    .set({ state: "failed", leasedUntil: null, lastStatus: null, lastFailure: "endpoint_disabled" })
    .where(
      and(
        eq(webhookDeliveries.agencyId, off.agencyId),
        eq(webhookDeliveries.endpointId, off.id),
        eq(webhookDeliveries.state, "pending"),
      ),
    );
  return rowCount ?? 0;
}
