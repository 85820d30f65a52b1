import { createDispute } from "@tenantry/core/commission-disputes/create";
import { settleDispute } from "@tenantry/core/commission-disputes/settle";
import { listCommissions } from "@tenantry/core/commissions/list";
import { setRate } from "@tenantry/core/commissions/set-rate";
import { setExchangeRate } from "@tenantry/core/exchange-rates/set";
import { updateLegalEntity } from "@tenantry/core/legal-entities/update";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { refundInvoice } from "@tenantry/core/payments/refund";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { setPayoutCurrency } from "@tenantry/core/payout-currencies/set";
import { completePayout } from "@tenantry/core/payouts/complete";
import { createPayouts } from "@tenantry/core/payouts/create";
import { failPayout } from "@tenantry/core/payouts/fail";
import { sendPayout } from "@tenantry/core/payouts/send";
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
  /** Past the hold of everything that was sold at the beginning, however long that took. */
  const later = () => market.at("2027-04-10T12:00:00Z");
  return { ...market, sell, refund, later };
}

/** Lines of every outcome and a payout of every state, for pages that show them. */
export async function makeEarnings(app: TestApp) {
  const earnings = await newEarnings(app);
  const { as, at, agency, agent, customers, sell, refund } = earnings;
  const payouts: string[] = [];
  for (const day of ["05-20", "06-25", "07-30", "09-05"]) {
    const sold = await sell(3);
    await refund(sold, 1_000);
    await at(`2027-${day}T12:00:00Z`);
    const [made] = (await createPayouts(await as.agency(), {})).payouts;
    payouts.push(made!.id);
  }
  const [arrived, back, sent, draft] = payouts as [string, string, string, string];
  for (const id of [arrived, back, sent]) await sendPayout(await as.agency(), { id });
  await completePayout(await as.agency(), { id: arrived, reference: "TRF 2027-05-20/7" });
  await failPayout(await as.agency(), { id: back, reference: "No such account" });
  await sell(2);
  await sell(1, customers.direct);
  const account = { address: "", country: "PT", taxId: null, taxBps: 0, iban: "DE89370400440532013000" };
  await updateLegalEntity(await as.agency(), { ...account, name: "Nova Chat Lda" });
  await updateLegalEntity(await as.agent(), { ...account, name: "Cove Referrals Lda" });
  const { commissions: lines } = await listCommissions(await as.agent(), { limit: 100 });
  const [settled, disputed, undisputed] = [...new Map(lines.map((one) => [one.invoice.id, one.id])).values()];
  const open = async (id: string) =>
    (await createDispute(await as.agent(), { id, reason: "We agreed on 15 %" })).id;
  const answered = { id: await open(settled!), answer: "So we did", amountMinor: 300 };
  await settleDispute(await as.agency(), answered);
  await open(disputed!);
  await setPayoutCurrency(await as.agency(), { id: agent.id, currency: "USD" });
  const rate = async (value: string) =>
    setExchangeRate(await as.agency(), { from: "EUR", to: "USD", rate: value, source: `ECB, ${value}` });
  await rate("1.0834");
  await sell(4);
  await rate("1.0921");
  await at("2027-10-20T12:00:00Z");
  const [converted] = (await createPayouts(await as.agency(), {})).payouts;
  const { id: line } = (await listCommissions(await as.agent(), { sort: "-at", limit: 1 })).commissions[0]!;
  await sell(2);
  await at("2027-11-25T12:00:00Z");
  return {
    converted: { payout: converted!.id, line },
    ...{ agency, agent, plan: earnings.plans.agencys, payouts: { arrived, sent, draft } },
    lines: { settled: settled!, disputed: disputed!, undisputed: undisputed! },
  };
}
