import { checkConnectedAccount } from "@tenantry/core/connected-accounts/check";
import { connectAccount } from "@tenantry/core/connected-accounts/connect";
import { createCustomer } from "@tenantry/core/customers/create";
import { pauseDunning } from "@tenantry/core/dunning/pause";
import { updateGatewayAccount } from "@tenantry/core/gateway-accounts/update";
import { markUncollectible } from "@tenantry/core/invoices/mark-uncollectible";
import { readInvoice } from "@tenantry/core/invoices/read";
import { voidInvoice } from "@tenantry/core/invoices/void";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import { revokePaymentLink } from "@tenantry/core/payment-links/revoke";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { receivePayment } from "@tenantry/core/payments/receive";
import { refundInvoice } from "@tenantry/core/payments/refund";
import { openTestGateway } from "@tenantry/core/platform/payments/test-gateway";
import { cancelSubscription } from "@tenantry/core/subscriptions/cancel";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { contextFor } from "@tenantry/core/testing";
import type { Agency } from "@tenantry/core/testing/agency";
import { openFakeStripe } from "@tenantry/core/testing/fake-stripe";
import type { Reseller } from "@tenantry/core/testing/reseller";
import { carryOutPayments } from "./payments.ts";
import { setDefaultRate } from "./sales.ts";
import type { Served } from "./serve-app.ts";

interface Sellers {
  agency: Agency;
  plan: string;
  /** Sells plans of its own; `customer` is one of its customers. */
  own: { reseller: Reseller; plan: string; customer: string };
  /** Sells the agency's, for a commission. */
  agent: Reseller;
}

/** Invoices in every state their pages show: of an own-plan reseller, and of the agency through a commission reseller. */
export async function makeInvoices({ app }: Served, { agency, plan, own, agent }: Sellers) {
  const theirs = await contextFor(app, own.reseller.host, own.reseller.owner.session);
  const agencys = await agency.ctx();
  await setDefaultRate(app, { agency, agent }, 1_250);
  const { id: sold } = await createCustomer(agencys, {
    name: "Cove Cafe",
    parentId: agent.id,
    country: "DE",
  });
  const sell = async (ctx: Ctx, customerId: string, planId: string, quantity: number) => {
    const sale = { customerId, planId, currency: "EUR", interval: "month" as const, quantity };
    const { id, invoiceId } = await createSubscription(ctx, sale);
    return { subscription: id, invoice: invoiceId! };
  };
  const { subscription, invoice: open } = await sell(theirs, own.customer, own.plan, 2);
  const { subscription: ending, invoice: unlinked } = await sell(theirs, own.customer, own.plan, 1);
  await cancelSubscription(theirs, { id: ending });
  await revokePaymentLink(theirs, { id: unlinked });
  const { invoice: paused } = await sell(theirs, own.customer, own.plan, 1);
  await pauseDunning(theirs, { id: paused, reason: "They say that it was not delivered" });
  const { invoice: voided } = await sell(theirs, own.customer, own.plan, 1);
  await voidInvoice(theirs, { id: voided });
  const { invoice: givenUp } = await sell(theirs, own.customer, own.plan, 1);
  await markUncollectible(theirs, { id: givenUp });
  const { invoice: refunded } = await sell(agencys, sold, plan, 3);
  await markPaid(agencys, { id: refunded, reference: "Bank statement 417" });
  await carryOutPayments(app);
  await refundInvoice(agencys, { id: refunded, amountMinor: 2_500, reference: "Agreed on the phone" });
  await payAgain({ app }, agency, refunded);
  await carryOutPayments(app);
  await connectStripe(app, agencys, theirs);
  await failRefund(app, refunded);
  const pathOf = async (ctx: Ctx, id: string) =>
    new URL((await readInvoice(ctx, { id })).link?.url ?? "").pathname;
  const { payments, surpluses } = await readInvoice(agencys, { id: refunded });
  const creditNote = payments.flatMap((one) => one.creditNote ?? [])[0]!.id;
  return {
    ...{
      open,
      unlinked,
      paused,
      voided,
      givenUp,
      refunded,
      surplus: surpluses[0]!.id,
      creditNote,
      customer: sold,
      subscription,
      ending,
    },
    /** Of whom the subscriptions are. */
    buyer: own.customer,
    /** Where the open one is paid, and where the receipt of the other is. */
    pay: await pathOf(theirs, open),
    receipt: await pathOf(agencys, refunded),
    checkout: openTestGateway(app.config.secret, agency.id).pathOf({
      ...{
        id: crypto.randomUUID(),
        frontId: own.reseller.id,
        invoiceId: open,
        code: "INV-000001",
        amountMinor: 3_800,
        currency: "EUR",
      },
      ...{ payerEmail: null, back: "/pay/none" },
    }),
  };
}

/** The agency's account at a Stripe on this machine, and its reseller's, which is paid and not yet paid out. */
async function connectStripe(app: Served["app"], agencys: Ctx, resellers: Ctx): Promise<void> {
  const stripe = await openFakeStripe();
  Object.assign(app.config, { stripeBaseUrl: stripe.baseUrl });
  const secretKey = `sk_${agencys.tenant!.agencyMode}_51SceneOfAJourney`;
  stripe.addAccount(secretKey);
  const signing = { webhookSecret: "whsec_sceneOfAJourney", connectSecrets: "whsec_sceneOfResellers" };
  const { account } = await updateGatewayAccount(agencys, { secretKey, ...signing });
  await connectAccount(resellers, { platformId: account!.gatewayId });
  const gatewayId = [...stripe.connected.keys()][0]!;
  stripe.settle(gatewayId, { charges: true, payouts: false });
  await checkConnectedAccount(resellers, { gatewayId });
}

/** A refund that the gateway did not make, written from outside: it takes a gateway that fails. */
async function failRefund({ admin }: Served["app"], invoiceId: string): Promise<void> {
  await admin.query(
    `insert into refunds (agency_id, id, distributor_id, reseller_id, customer_id, invoice_id, amount_minor, currency, reason,
       state, failure, asked_at)
     select agency_id, id, distributor_id, reseller_id, customer_id, id, 900, currency, 'Late delivery', 'failed', 'refused', now()
     from invoices where id = $1`,
    [invoiceId],
  );
}

/** The gateway tells of money for an invoice that is paid. */
async function payAgain({ app }: Pick<Served, "app">, agency: Agency, invoiceId: string): Promise<void> {
  const call = openTestGateway(app.config.secret, agency.id).sign(
    {
      ...{ eventId: crypto.randomUUID(), kind: "paid", invoiceId, amountMinor: 17_700, currency: "EUR" },
      ...{ reference: "test_417", payerEmail: null },
    },
    new Date(),
  );
  await receivePayment(await contextFor(app, agency.host), { provider: "test", ...call });
}
