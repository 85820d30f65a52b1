import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInvoice } from "../invoices/read.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import type { MeterTerms } from "../plans/terms.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { changeSubscription } from "../subscriptions/change.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { letters } from "../testing/agency.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { foldUsage, ingestUsage } from "../usage/index.ts";
import { readRunningUsage } from "./read-running.ts";

let app: TestApp;
let worker: pg.Pool;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

type Said = Partial<MeterTerms> & { meter?: string };
const messages = {
  ...{ meter: "messages", includedUnits: 100, blockUnits: 10, payer: "customer" as const },
  ...{ softCapUnits: null, hardCapUnits: null },
  overages: [{ currency: "EUR", amountMinor: 25, costMinor: null }],
};

/** A market whose plans are metered, with what a test does in it. */
async function newMetered() {
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
    expect(accepted).toBe(1);
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

const told = (rows: { kind: string; from: string; net: number }[]) =>
  rows.map(({ kind, from, net }) => `${kind} ${from} ${net}`);

describe("overage", () => {
  it("of a period that ends stands on the renewal's invoice, as it was shown before", async () => {
    const { plan, sell, report, until, running, lines, as } = await newMetered();
    const id = await sell("direct", await plan("agency"));
    await report("direct", 80, "2027-03-10");
    expect((await running(id)).meters).toMatchObject([{ units: 80, overUnits: 0, amountMinor: 0 }]);
    await report("direct", 45, "2027-03-10");
    const shown = (await running(id)).meters;
    expect(shown).toMatchObject([
      {
        ...{ meter: "messages", units: 125, includedUnits: 100, overUnits: 25 },
        charged: "here",
        amountMinor: 75,
      },
    ]);
    await until("2027-04-10");
    const [line, ...more] = await lines("direct");
    expect(more).toEqual([]);
    const invoice = await readInvoice(await as.agency(), { id: line!.id });
    expect(invoice).toMatchObject({ netMinor: 1_075, totalMinor: 1_075 });
    expect(invoice.lines).toMatchObject([
      { kind: "renewal", from: "2027-04-10", netMinor: 1_000, usage: null },
      {
        ...{ kind: "overage", from: "2027-03-10", to: "2027-04-10", netMinor: 75, subscriptionId: id },
        usage: {
          ...{ meter: "messages", units: 125, includedUnits: 100, blockUnits: 10, blocks: 3, blockMinor: 25 },
          ...{ chargedMinor: 0, creditedMinor: 0 },
        },
      },
    ]);
    expect((await running(id)).meters).toMatchObject([{ units: 0, amountMinor: 0 }]);
  });

  it("grows with the quantity and the months of what is sold", async () => {
    const { plan, sell, running, report } = await newMetered();
    const id = await sell("direct", await plan("agency"), { quantity: 2, interval: "year" });
    await report("direct", 2_401, "2027-03-10");
    expect((await running(id)).meters).toMatchObject([{ includedUnits: 2_400, amountMinor: 25 }]);
  });

  it("of the last period is invoiced when the subscription ends", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMetered();
    const id = await sell("direct", await plan("agency"));
    await report("direct", 101, "2027-03-10");
    await cancelSubscription(await as.agency(), { id });
    await until("2027-04-10");
    const [line] = await lines("direct");
    const invoice = await readInvoice(await as.agency(), { id: line!.id });
    expect(invoice.lines).toMatchObject([{ kind: "overage", netMinor: 25 }]);
    // What comes after the last is shown, and not lost from sight.
    await report("direct", 10, "2027-03-20");
    expect((await running(id)).late).toMatchObject([{ meter: "messages", units: 111, dueMinor: 25 }]);
  });

  it.each([
    ["the agency", { payer: "agency" as const }, "direct", []],
    ["the reseller, and there is one", { payer: "reseller" as const }, "ofAgent", []],
    ["the reseller, and there is none", { payer: "reseller" as const }, "direct", ["overage 2027-03-10 25"]],
    ["the customer of a commission reseller", {}, "ofAgent", ["overage 2027-03-10 25"]],
    ["nobody, without a price", { overages: [] }, "direct", []],
  ] as const)("is charged by who pays: %s", async (_name, said, to, expected) => {
    const { plan, sell, report, until, lines } = await newMetered();
    await sell(to, await plan("agency", said as Said));
    await report(to, 110, "2027-03-10");
    await until("2027-04-10");
    expect(told(await lines(to))).toEqual(expected);
  });

  it("of a reseller's own plan is the reseller's to charge, and to see", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMetered();
    const id = await sell("ofSeller", await plan("seller"));
    await report("ofSeller", 130, "2027-03-10");
    expect((await running(id, "seller")).meters).toMatchObject([{ charged: "here", amountMinor: 75 }]);
    await until("2027-04-10");
    const [line] = await lines("ofSeller");
    expect(await readInvoice(await as.seller(), { id: line!.id })).toMatchObject({
      own: true,
      netMinor: 1_075,
    });
    await expect(running(id, "agent")).rejects.toMatchObject({ code: "not_found" });
  });

  it("of a plan of the agency's is shown to its commission reseller, and pays it commission like any line", async () => {
    const { plan, sell, report, until, lines, as, running, agency, agent } = await newMetered();
    await app.admin.query(
      `insert into commission_rates (agency_id, id, distributor_id, reseller_id, customer_id, source, rate_bps, set_by, set_at)
       values ($1, gen_random_uuid(), $1, $2, $1, 'reseller', 2000, 'agency', now())`,
      [agency.id, agent.id],
    );
    const id = await sell("ofAgent", await plan("agency"));
    await report("ofAgent", 130, "2027-03-10");
    expect((await running(id, "agent")).meters).toMatchObject([{ units: 130, amountMinor: 75 }]);
    await until("2027-04-10");
    const [line] = await lines("ofAgent");
    await markPaid(await as.agency(), { id: line!.id, reference: "bank" });
    await takeUpPayments(app.pool, agency.id, line!.id);
    const { decisions } = await readInvoice(await as.agent(), { id: line!.id });
    expect(decisions).toMatchObject([
      { position: 1, baseMinor: 1_000, amountMinor: 200 },
      { position: 2, baseMinor: 75, amountMinor: 15 },
    ]);
  });

  it("of a gauge is what it stands at when the period ends", async () => {
    const { plan, sell, report, until, lines } = await newMetered();
    const said = { meter: "team_members", includedUnits: 3, blockUnits: 1 };
    await sell("direct", await plan("agency", said));
    await report("direct", 9, "2027-03-10", "team_members");
    await until("2027-03-20");
    await report("direct", 5, "2027-03-20", "team_members");
    await until("2027-05-10");
    expect(told(await lines("direct"))).toEqual(["overage 2027-03-10 50", "overage 2027-04-10 50"]);
  });

  it("of a trial is not charged", async () => {
    const { plan, sell, report, until, lines } = await newMetered();
    await sell("direct", await plan("agency"), { trialDays: 14 });
    await report("direct", 500, "2027-03-10");
    await until("2027-04-24");
    expect(await lines("direct")).toEqual([]);
  });

  it("counts by the version and quantity that run when the period ends, before a change that waits", async () => {
    const { plan, sell, report, until, lines, as } = await newMetered();
    const id = await sell("direct", await plan("agency"), { quantity: 2 });
    await changeSubscription(await as.agency(), { id, quantity: 1 });
    await report("direct", 201, "2027-03-10");
    await until("2027-04-10");
    await report("direct", 101, "2027-04-10");
    await until("2027-05-10");
    expect(told(await lines("direct"))).toEqual(["overage 2027-03-10 25", "overage 2027-04-10 25"]);
  });
});

describe("several subscriptions that count the same meter", () => {
  it("add up what they include, and charge each day once, whoever of them ends", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMetered();
    const planId = await plan("agency");
    const first = await sell("direct", planId);
    await until("2027-03-20");
    const second = await sell("direct", planId);
    await report("direct", 215, "2027-03-20");
    expect((await running(first)).meters).toMatchObject([
      { includedUnits: 200, charged: "here", amountMinor: 50 },
    ]);
    expect((await running(second)).meters).toMatchObject([
      { units: 215, charged: "elsewhere", amountMinor: 0 },
    ]);
    await cancelSubscription(await as.agency(), { id: first });
    await until("2027-04-10");
    await report("direct", 111, "2027-04-10");
    // The second takes over where the first ended: of its period from 20 March only the days from 10 April are left.
    expect((await running(second)).meters).toMatchObject([
      { units: 111, includedUnits: 100, charged: "here", countedFrom: "2027-04-10", amountMinor: 50 },
    ]);
    await until("2027-04-20");
    expect(told(await lines("direct"))).toEqual(["overage 2027-03-10 50", "overage 2027-03-20 50"]);
  });

  it("that end at the same instant are counted once, however many workers come", async () => {
    const { plan, sell, report, at, lines } = await newMetered();
    const planId = await plan("agency");
    await sell("direct", planId);
    await sell("direct", planId);
    await report("direct", 230, "2027-03-10");
    await at("2027-04-10T12:00:00Z");
    await Promise.all([1, 2, 3].map(() => carryOnSubscriptions(worker)));
    await carryOnSubscriptions(worker);
    expect(told(await lines("direct"))).toEqual(["overage 2027-03-10 75"]);
  });
});

describe("late usage", () => {
  it("becomes a correction with its period on the next invoice, once", async () => {
    const { plan, sell, report, until, lines, as } = await newMetered();
    await sell("direct", await plan("agency"));
    await report("direct", 115, "2027-03-10");
    await until("2027-04-10");
    await report("direct", 25, "2027-03-11");
    await report("direct", 101, "2027-04-10");
    await until("2027-06-10");
    const all = await lines("direct");
    expect(told(all)).toEqual(["overage 2027-03-10 50", "correction 2027-03-10 50", "overage 2027-04-10 25"]);
    const invoice = await readInvoice(await as.agency(), { id: all[1]!.id });
    expect(invoice.lines[1]).toMatchObject({
      ...{ kind: "correction", from: "2027-03-10", netMinor: 50 },
      usage: { units: 140, blocks: 4, chargedMinor: 50 },
    });
  });

  it("that was within what is included is kept for the day it is not", async () => {
    const { plan, sell, report, until, lines } = await newMetered();
    await sell("direct", await plan("agency"));
    await report("direct", 95, "2027-03-10");
    await until("2027-04-10");
    await report("direct", 5, "2027-03-11");
    await until("2027-05-10");
    await report("direct", 1, "2027-03-12");
    await until("2027-06-10");
    expect(told(await lines("direct"))).toEqual(["correction 2027-03-10 25"]);
  });

  it("that sets a gauge lower is taken off what comes next, and never below nothing", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMetered();
    const id = await sell(
      "direct",
      await plan("agency", { meter: "team_members", includedUnits: 2, blockUnits: 1 }),
    );
    await report("direct", 8, "2027-03-10", "team_members");
    await until("2027-04-10");
    await report("direct", 3, "2027-04-09", "team_members");
    expect((await running(id)).late).toMatchObject([{ units: 3, dueMinor: -125 }]);
    await until("2027-04-11");
    await report("direct", 6, "2027-04-11", "team_members");
    await until("2027-05-10");
    expect((await running(id)).late).toMatchObject([{ dueMinor: -25 }]);
    await until("2027-06-10");
    const all = await lines("direct");
    expect(told(all)).toEqual(["overage 2027-03-10 150", "overage 2027-05-10 75"]);
    const { lines: shown } = await readInvoice(await as.agency(), { id: all[1]!.id });
    expect(shown[1]).toMatchObject({ usage: { units: 6, blocks: 4, creditedMinor: 25 } });
    expect((await running(id)).late).toEqual([]);
  });

  it("of a subscription that has ended stands on the next invoice of another of the same customer", async () => {
    const { plan, sell, report, until, lines, as } = await newMetered();
    const id = await sell("direct", await plan("agency"));
    await cancelSubscription(await as.agency(), { id });
    await until("2027-04-10");
    await report("direct", 111, "2027-03-11");
    await sell("direct", await plan("agency", { meter: "whatsapp_messages" }));
    await until("2027-05-10");
    expect(told(await lines("direct"))).toEqual(["correction 2027-03-10 50"]);
  });
});
