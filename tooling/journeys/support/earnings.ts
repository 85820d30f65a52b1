import { setRate } from "@tenantry/core/commissions/set-rate";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { refundInvoice } from "@tenantry/core/payments/refund";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import type { TestApp } from "@tenantry/core/testing";
import { newMarket } from "@tenantry/core/testing/market";

/** A market whose agent gets 12.5 % of the agency's plans at 10 euros, with a way to sell, refund and let the hold pass. */
export async function newEarnings(app: TestApp) {
  const market = await newMarket(app);
  const { as, agency, agent, customers, plans } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_250 });
  const sell = async (quantity: number, customerId = customers.ofAgent) => {
    const sale = { customerId, planId: plans.agencys, quantity, currency: "EUR", interval: "month" } as const;
    const { invoiceId } = await createSubscription(await as.agency(), sale);
    await markPaid(await as.agency(), { id: invoiceId!, reference: "bank" });
    await takeUpPayments(app.pool, agency.id, invoiceId!);
    return invoiceId!;
  };
  const refund = async (id: string, amountMinor?: number) => {
    await refundInvoice(await as.agency(), { id, amountMinor, reference: "back" });
    await takeUpPayments(app.pool, agency.id, id);
  };
  /** Past the hold of everything that was sold at the beginning. */
  const later = () => market.at("2027-04-09T12:00:01Z");
  return { ...market, sell, refund, later };
}
