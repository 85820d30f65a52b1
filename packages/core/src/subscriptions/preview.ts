import { subscriptions } from "@tenantry/db/schema";
import { and, eq, ne } from "drizzle-orm";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import { chargeOf } from "./rules.ts";
import { prepareSale } from "./sale.ts";
import { createInput, salePreview } from "./schemas.ts";
import { shownCharge } from "./shown-charge.ts";

/** What selling a plan to a customer will do. Writes nothing. */
export const previewSubscription = query("subscription.preview", {
  input: createInput,
  output: salePreview,
  object: ({ customerId }) => ({ table: "accounts", id: customerId }),
  run: async (run, input) => {
    const { offer, quantity, trial, period, draft } = await prepareSale(run, input);
    const { name: planName, versionId, currency, interval, unitMinor, pricesIncludeTax } = offer;
    return {
      ...{ planName, versionId, currency, interval, quantity, period, trial, pricesIncludeTax },
      unitMinor: asJson(unitMinor),
      periodMinor: asJson(chargeOf({ unitMinor, quantity })),
      counts: "now" as const,
      due: shownCharge(draft),
      running: await readRunning(run, input.customerId, offer.planId),
    };
  },
});

function readRunning({ tx, ctx }: Run, customerId: string, planId: string) {
  const { id, code, quantity } = subscriptions;
  return tx
    .select({ id, code, quantity })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.agencyId, ctx.tenant.agencyId),
        eq(subscriptions.customerId, customerId),
        eq(subscriptions.planId, planId),
        ne(subscriptions.state, "ended"),
      ),
    )
    .orderBy(subscriptions.startedAt, id);
}
