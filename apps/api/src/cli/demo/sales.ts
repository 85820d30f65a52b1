import { setRate } from "@tenantry/core/commissions/set-rate";
import { listCustomers } from "@tenantry/core/customers/list";
import { updateCustomer } from "@tenantry/core/customers/update";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { updateLegalEntity } from "@tenantry/core/legal-entities/update";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { createPlan } from "@tenantry/core/plans/create";
import { publishPlan } from "@tenantry/core/plans/publish";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { listOffers } from "@tenantry/core/subscriptions/list-offers";
import { readWholesale } from "@tenantry/core/wholesale/read";
import { startWholesale } from "@tenantry/core/wholesale/start";
import { daysAgo } from "./people.ts";

/** Who the agency is on its invoices, so that they carry a tax. */
export async function seedLegalEntity(agency: Ctx, name: string, country: string): Promise<void> {
  const address =
    country === "PT" ? "Rua do Alecrim 20, 1200-018 Lisboa" : "410 Terry Ave N, Seattle, WA 98109";
  const taxed = country === "PT" ? { taxId: "PT509123457", taxBps: 2_300 } : { taxId: null, taxBps: 0 };
  await updateLegalEntity(agency, { name: `${name} Ltd`, address, country, ...taxed });
}

/** Gives a commission reseller its share of what it sells, before anything is sold. */
export async function seedRate(agency: Ctx, resellerId: string, rateBps: number): Promise<void> {
  await setRate(agency, { subject: "reseller", id: resellerId, rateBps });
}

/** A plan of an own-plan reseller's, for its customers. */
export async function seedRetailPlan(reseller: Ctx, currency: string): Promise<void> {
  const prices = [{ currency, interval: "month" as const, amountMinor: 7_900 }];
  const { id } = await createPlan(reseller, { name: "Studio", terms: { prices, meters: [] } });
  await publishPlan(reseller, { id });
}

/** What was sold to the first customers of a seller: one that has paid, one that has not, and a trial. */
export async function seedSales(app: App, seller: Ctx, resellerId: string, paidTo: Ctx): Promise<void> {
  const { customers } = await listCustomers(seller, { parentId: resellerId, limit: 3 });
  for (const [nth, { id: customerId, name }] of customers.entries()) {
    await updateCustomer(seller, { id: customerId, address: `${name}, Harbour Street ${nth + 1}` });
    const [offer] = (await listOffers(seller, { customerId })).offers;
    if (!offer) return;
    const { planId, currency, interval } = offer;
    const trialDays = nth === 2 ? 30 : 0;
    // Within the running month, so that nothing is due at once.
    const { invoiceId } = await createSubscription(daysAgo(seller, 20 - nth * 6), {
      ...{ customerId, planId, currency, interval, quantity: nth + 1, trialDays },
    });
    if (nth > 0 || !invoiceId || !paidTo.tenant) continue;
    await markPaid(paidTo, { id: invoiceId, reference: "Statement 11, line 3" });
    await takeUpPayments(app.pool, paidTo.tenant.agencyId, invoiceId);
  }
}

/** Charges a reseller for the plan it is on, where that has a price. */
export async function seedWholesale(agency: Ctx, id: string): Promise<void> {
  const { plan } = await readWholesale(agency, { id });
  const price = plan?.prices.find(({ interval }) => interval === "month");
  if (price) await startWholesale(agency, { id, currency: price.currency, interval: price.interval });
}
