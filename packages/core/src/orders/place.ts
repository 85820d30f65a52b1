import { orders } from "@tenantry/db/schema";
import { newCode, newId } from "../kernel/ids.ts";
import type { Run } from "../kernel/verb.ts";

/** What was asked for a subscription. */
interface Asked {
  agencyId: string;
  distributorId: string;
  resellerId: string;
  customerId: string;
  subscriptionId: string;
  kind: (typeof orders.$inferInsert)["kind"];
  planName: string;
  quantity: number;
  invoiceId?: string;
}

/** Keeps what was asked, by whom and when, beside what came of it. */
export async function placeOrder({ tx, ctx }: Run, asked: Asked): Promise<void> {
  const { agencyId, distributorId, resellerId, customerId, subscriptionId } = asked;
  const { kind, planName, quantity, invoiceId } = asked;
  await tx.insert(orders).values({
    ...{
      agencyId,
      distributorId,
      resellerId,
      customerId,
      subscriptionId,
      kind,
      planName,
      quantity,
      invoiceId,
    },
    id: newId(),
    code: newCode("order"),
    placedBy: placedBy(ctx.actor),
    placedAt: ctx.now,
  });
}

/** Who stands behind it, by id: names change and go. */
function placedBy(actor: Run["ctx"]["actor"]): string {
  if (actor.kind === "user") return actor.userId;
  return actor.kind === "key" ? actor.keyId : actor.kind;
}
