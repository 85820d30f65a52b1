import { subscriptions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import type { Subscription } from "./row.ts";

/** Writes columns of a subscription that the caller holds locked. */
export async function writeSubscription(
  { tx, ctx }: Run,
  id: string,
  columns: Partial<Omit<Subscription, "agencyId" | "id" | "updatedAt">>,
): Promise<void> {
  await tx
    .update(subscriptions)
    .set({ ...columns, updatedAt: databaseNow as never })
    .where(and(eq(subscriptions.agencyId, ctx.tenant.agencyId), eq(subscriptions.id, id)));
}
