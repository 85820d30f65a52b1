import { overages } from "@tenantry/db/schema";
import type { Desk } from "../kernel/desk.ts";
import type { Subscription } from "../subscriptions/row.ts";
import type { Step } from "./charge.ts";

/** Keeps what was counted and charged. `positionOf` says where a line stands on the invoice. */
export async function writeSteps(
  { tx, agencyId, now }: Desk,
  { distributorId, resellerId, customerId }: Subscription,
  steps: readonly Step[],
  invoice: { id: string; positionOf: (line: number) => number } | undefined,
): Promise<void> {
  if (steps.length === 0) return;
  await tx.insert(overages).values(
    steps.map(({ count, step, billedMinor, line }) => ({
      ...{ agencyId, distributorId, resellerId, customerId, countedAt: now },
      ...{
        subscriptionId: count.subscriptionId,
        meter: count.meter,
        countedFrom: count.countedFrom,
        buyerId: count.buyerId,
      },
      ...{ periodFrom: count.period.from, periodTo: count.period.to, step, units: count.units },
      ...{ ...count.terms, billedMinor },
      invoiceId: line === undefined ? null : (invoice?.id ?? null),
      position: line === undefined ? null : (invoice?.positionOf(line) ?? null),
    })),
  );
}
