import { listAudit } from "../audit/list.ts";
import { listCommissions } from "../commissions/list.ts";
import { listCustomers } from "../customers/list.ts";
import { listDistributors } from "../distributors/list.ts";
import { listExchangeRates } from "../exchange-rates/list.ts";
import { listInvoices } from "../invoices/list.ts";
import { listInvoiceLines } from "../invoices/list-lines.ts";
import { may } from "../kernel/authorize.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { listOrders } from "../orders/list.ts";
import { listPayouts } from "../payouts/list.ts";
import { listPlans } from "../plans/list.ts";
import type { VerbName } from "../policy.ts";
import { listResellers } from "../resellers/list.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { listTeam } from "../team/list.ts";

/** Where a page begins; every list takes it. */
type Place = { limit: number; cursor?: string };

interface Listed {
  rows: readonly object[];
  next: string | null;
}

/** One file of an export: a list of the product's, read through the verb that shows it. */
interface Content {
  name: string;
  verb: VerbName;
  /** Below the agency there is none of it. */
  ofAgency?: true;
  read: (ctx: Ctx, at: Place) => Promise<Listed>;
}

const contents = [
  {
    name: "distributors",
    verb: "distributor.list",
    ofAgency: true,
    read: async (ctx, at) => listed(await listDistributors(ctx, at), "distributors"),
  },
  {
    name: "resellers",
    verb: "reseller.list",
    ofAgency: true,
    read: async (ctx, at) => listed(await listResellers(ctx, at), "resellers"),
  },
  {
    name: "deleted-resellers",
    verb: "reseller.list",
    ofAgency: true,
    read: async (ctx, at) => listed(await listResellers(ctx, { ...at, status: "archived" }), "resellers"),
  },
  {
    name: "customers",
    verb: "customer.list",
    read: async (ctx, at) => listed(await listCustomers(ctx, at), "customers"),
  },
  { name: "plans", verb: "plan.list", read: async (ctx, at) => listed(await listPlans(ctx, at), "plans") },
  {
    name: "subscriptions",
    verb: "subscription.list",
    read: async (ctx, at) => listed(await listSubscriptions(ctx, at), "subscriptions"),
  },
  {
    name: "orders",
    verb: "order.list",
    read: async (ctx, at) => listed(await listOrders(ctx, at), "orders"),
  },
  {
    name: "invoices",
    verb: "invoice.list",
    read: async (ctx, at) => listed(await listInvoices(ctx, at), "invoices"),
  },
  {
    name: "invoice-lines",
    verb: "invoice.list-lines",
    read: async (ctx, at) => listed(await listInvoiceLines(ctx, at), "lines"),
  },
  {
    name: "commissions",
    verb: "commission.list",
    read: async (ctx, at) => listed(await listCommissions(ctx, { ...at, outcome: "all" }), "commissions"),
  },
  {
    name: "payouts",
    verb: "payout.list",
    read: async (ctx, at) => listed(await listPayouts(ctx, at), "payouts"),
  },
  {
    name: "exchange-rates",
    verb: "exchange-rate.list",
    ofAgency: true,
    read: async (ctx, at) => listed(await listExchangeRates(ctx, at), "rates"),
  },
  { name: "team", verb: "team.list", read: async (ctx, at) => listed(await listTeam(ctx, at), "people") },
  { name: "log", verb: "audit.list", read: async (ctx, at) => listed(await listAudit(ctx, at), "entries") },
] as const satisfies readonly Content[];

export type ContentName = (typeof contents)[number]["name"];

function listed<K extends string>(
  page: { next: string | null } & Record<K, readonly object[]>,
  key: K,
): Listed {
  return { rows: page[key], next: page.next };
}

/** What an export of this caller's account holds. */
export function contentsFor({ actor, scope }: Ctx): (Content & { name: ContentName })[] {
  return contents.filter((one) => may(actor, one.verb) && (!("ofAgency" in one) || scope?.kind === "agency"));
}
