import { subscriptions } from "@tenantry/db/schema";
import { command, type Run } from "../kernel/verb.ts";
import { keepExpiry } from "./keep-expiry.ts";
import { prepareTakeOver } from "./prepare-take-over.ts";
import type { Subscription } from "./row.ts";
import { takenOver, takeOverInput } from "./schemas.ts";

/**
 * Takes a subscription over that ran elsewhere until now. Nothing is charged for the period that runs; the renewal at its end is
 * the first invoice here. It was not sold here, so it has no order.
 */
export const takeOverSubscription = command("subscription.take-over", {
  input: takeOverInput,
  output: takenOver,
  object: ({ customerId }) => ({ table: "accounts", id: customerId }),
  run: async (run, input) => {
    const { row } = await prepareTakeOver(run, input);
    await addTakenOver(run, row);
    const { id, code, state, customerId, planName, quantity, currency, billedEvery } = row;
    const period = { from: row.periodFrom, to: row.periodTo };
    const { distributorId, resellerId, unitMinor, cancelledAt } = row;
    return {
      result: { id, code, state, period },
      audit: {
        object: { kind: "subscription", id },
        after: {
          ...{
            customerId,
            plan: planName,
            quantity,
            currency,
            interval: billedEvery,
            unitMinor: String(unitMinor),
          },
          ...{ state, startsOn: input.startsOn, ...period, cancelled: cancelledAt !== null },
        },
        ...{ resellerId, distributorId },
      },
    };
  },
});

/** Writes a subscription that was taken over, for doing it and for trying whether it can be done. */
export async function addTakenOver({ tx }: Run, row: Subscription): Promise<void> {
  // The database says when it was written.
  const { updatedAt: _, ...values } = row;
  await tx.insert(subscriptions).values(values);
  await keepExpiry(tx, row.agencyId, row.customerId);
}
