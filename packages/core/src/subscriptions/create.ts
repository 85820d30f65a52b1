import { subscriptions } from "@tenantry/db/schema";
import { issueInvoice } from "../invoices/issue.ts";
import { startOf } from "../kernel/clock.ts";
import { deskOf } from "../kernel/desk.ts";
import { newCode, newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { placeOrder } from "../orders/place.ts";
import { keepExpiry } from "./keep-expiry.ts";
import { prepareSale } from "./sale.ts";
import { created, createInput } from "./schemas.ts";

/**
 * Sells a plan to a customer: an order, its subscription, and the invoice for the first period with its payment link. With a trial
 * the invoice comes when that ends.
 */
export const createSubscription = command("subscription.create", {
  input: createInput,
  output: created,
  object: ({ customerId }) => ({ table: "accounts", id: customerId }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { customer, offer, quantity, trial, anchor, period, draft } = await prepareSale(run, input);
    const { agencyId, billingZone } = ctx.tenant;
    const { distributorId, resellerId } = customer;
    const row = {
      ...{ agencyId, distributorId, resellerId, customerId: customer.id },
      ...{ id: newId(), code: newCode("subscription"), sellerId: offer.sellerId, quantity, anchor },
      ...{ planId: offer.planId, versionId: offer.versionId, planName: offer.name },
      ...{ currency: offer.currency, billedEvery: offer.interval, unitMinor: offer.unitMinor },
      state: trial ? ("trial" as const) : ("active" as const),
      period: trial ? 0 : 1,
      periodFrom: period.from,
      periodTo: period.to,
      dueAt: startOf(period.to, billingZone),
      startedAt: ctx.now,
    };
    await tx.insert(subscriptions).values(row);
    await keepExpiry(tx, agencyId, customer.id);
    const invoice = draft && (await issueInvoice(deskOf(run), draft, row.id));
    await placeOrder(run, { ...row, subscriptionId: row.id, kind: "new", invoiceId: invoice?.id });
    const { id, code, state, planName, currency } = row;
    const sold = { customerId: customer.id, plan: planName, quantity, currency, interval: offer.interval };
    return {
      result: { id, code, state, invoiceId: invoice?.id ?? null },
      audit: {
        object: { kind: "subscription", id },
        after: { ...sold, unitMinor: String(offer.unitMinor), state, invoice: invoice?.code },
        ...{ resellerId, distributorId },
      },
    };
  },
});
