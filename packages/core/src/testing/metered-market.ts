import type pg from "pg";
import { readRunningUsage } from "../overages/read-running.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import type { MeterTerms } from "../plans/terms.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { foldUsage, ingestUsage } from "../usage/index.ts";
import { letters } from "./agency.ts";
import type { TestApp } from "./app.ts";
import { type Market, newMarket } from "./market.ts";

export type Said = Partial<MeterTerms> & { meter?: string };
export const messages = {
  ...{ meter: "messages", includedUnits: 100, blockUnits: 10, payer: "customer" as const },
  ...{ softCapUnits: null, hardCapUnits: null },
  overages: [{ currency: "EUR", amountMinor: 25, costMinor: null }],
};

/** A market whose plans are metered, with what a test does in it; the worker's pool carries subscriptions on. */
export async function newMeteredMarket(app: TestApp, worker: pg.Pool) {
  const market = await newMarket(app);
  const { agency, as, at, customers } = market;
  const plan = async (who: "agency" | "seller", said: Said = {}, amountMinor = 1_000) => {
    const ctx = await as[who]();
    const prices = [
      { currency: "EUR", interval: "month" as const, amountMinor },
      { currency: "EUR", interval: "year" as const, amountMinor: amountMinor * 10 },
    ];
    const meters = [{ ...messages, ...said }];
    const { id } = await createPlan(ctx, { name: letters(10), terms: { prices, meters } });
    await publishPlan(ctx, { id });
    return id;
  };
  const sell = async (
    to: keyof Market["customers"],
    planId: string,
    more: Partial<Parameters<typeof createSubscription>[1]> = {},
  ) => {
    const ctx = to === "ofSeller" ? await as.seller() : await as.agency();
    const sale = { customerId: customers[to], planId, currency: "EUR", interval: "month" as const };
    return (await createSubscription(ctx, { ...sale, ...more })).id;
  };
  const report = async (to: keyof Market["customers"], quantity: number, on: string, meter = "messages") => {
    const event = { source: "test", eventId: letters(20), meter, accountId: customers[to], quantity };
    const { accepted } = await ingestUsage(await agency.ctx(), {
      events: [{ ...event, at: `${on}T10:00:00.000Z` }],
    });
    if (accepted !== 1) throw new Error("The usage was not accepted");
  };
  const until = async (day: string) => {
    await at(`${day}T12:00:00Z`);
    await carryOnSubscriptions(worker);
  };
  const running = async (id: string, who: keyof Market["as"] = "agency") => {
    await foldUsage(worker, agency.id);
    return readRunningUsage(await as[who](), { id });
  };
  /** The lines of usage of a customer, in the order they were issued. */
  const lines = async (to: keyof Market["customers"]) =>
    (
      await app.admin.query(
        `select i.id, l.kind, l.period_from::text as from, l.net_minor::int as net, l.position
         from invoice_lines l join invoices i on i.agency_id = l.agency_id and i.id = l.invoice_id
         where l.customer_id = $1 and l.kind in ('overage', 'correction') order by i.issued_at, i.number, l.position`,
        [customers[to]],
      )
    ).rows as { id: string; kind: string; from: string; net: number; position: number }[];
  return { ...market, plan, sell, report, until, running, lines };
}

/** Lines of usage in short: kind, first day, net. */
export const toldUsage = (rows: { kind: string; from: string; net: number }[]) =>
  rows.map(({ kind, from, net }) => `${kind} ${from} ${net}`);
