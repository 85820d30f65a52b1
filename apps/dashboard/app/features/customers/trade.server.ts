import { readRate } from "@tenantry/core/commissions/read-rate";
import { listInvoices } from "@tenantry/core/invoices/list";
import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import type { Ask } from "@tenantry/core/kernel/together";
import { listOrders } from "@tenantry/core/orders/list";
import { listSubscriptions } from "@tenantry/core/subscriptions/list";

/** Rows of each list that a customer's page shows. */
const limit = 10;

/** What was sold to a customer and what is owed for it; `rate` is what its reseller gets, where it gets any. */
export async function readTrade(ask: Ask, { actor }: Ctx & { tenant: Tenant }, customerId: string) {
  const subscriptions = await ask(listSubscriptions, { customerId, limit });
  const orders = await ask(listOrders, { customerId, limit });
  const invoices = await ask(listInvoices, { customerId, limit });
  const rate = may(actor, "commission-rate.read")
    ? await ask(readRate, { subject: "customer", id: customerId })
    : undefined;
  return {
    subscriptions: { rows: subscriptions.subscriptions, more: subscriptions.next !== null },
    orders: { rows: orders.orders, more: orders.next !== null },
    invoices: { rows: invoices.invoices, more: invoices.next !== null },
    rate: rate?.applies ? rate.counting : undefined,
  };
}
