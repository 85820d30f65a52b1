import { subscriptions } from "@tenantry/db/schema";
import { issueInvoice } from "../invoices/issue.ts";
import { startOf } from "../kernel/clock.ts";
import { deskOf } from "../kernel/desk.ts";
import { newCode, newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { placeOrder } from "../orders/place.ts";
import { created } from "../subscriptions/schemas.ts";
import { prepareWholesale } from "./prepare.ts";
import { startInput } from "./schemas.ts";

/**
 * Begins to charge an own-plan reseller for the plan it is on: a subscription of its own, the invoice for what is left of the month or year, and from then
 * on each period in advance, with what was used past the included units.
 */
export const startWholesale = command("wholesale.start", {
  input: startInput,
  output: created,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { plan, price, first, draft } = await prepareWholesale(run, input, true);
    const { agencyId, billingZone } = ctx.tenant;
    const { distributorId, planId, versionId, planName } = plan;
    const { currency, interval, unitMinor } = price;
    const { anchor, period } = first;
    const row = {
      ...{ agencyId, distributorId, resellerId: input.id, customerId: input.id, sellerId: agencyId },
      ...{ id: newId(), code: newCode("subscription"), planId, versionId, planName, quantity: 1 },
      ...{ currency, billedEvery: interval, unitMinor, anchor, state: "active" as const, period: 1 },
      ...{ periodFrom: period.from, periodTo: period.to },
      dueAt: startOf(period.to, billingZone),
      startedAt: ctx.now,
    };
    await tx.insert(subscriptions).values(row);
    const invoice = draft && (await issueInvoice(deskOf(run), draft, row.id));
    await placeOrder(run, { ...row, subscriptionId: row.id, kind: "new", invoiceId: invoice?.id });
    const { id, code, state } = row;
    return {
      result: { id, code, state, invoiceId: invoice?.id ?? null },
      audit: {
        object: { kind: "subscription", id },
        after: { plan: planName, currency, interval, unitMinor: String(unitMinor), invoice: invoice?.code },
        ...{ resellerId: input.id, distributorId },
      },
    };
  },
});
