import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInvoices } from "../invoices/list.ts";
import { readInvoice } from "../invoices/read.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { changeSubscription } from "../subscriptions/change.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMeteredMarket, type Said, toldUsage } from "../testing/metered-market.ts";

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

describe("overage", () => {
  it("of a period that ends stands on the renewal's invoice, as it was shown before", async () => {
    const { plan, sell, report, until, running, lines, as } = await newMeteredMarket(app, worker);
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
    const { plan, sell, running, report } = await newMeteredMarket(app, worker);
    const id = await sell("direct", await plan("agency"), { quantity: 2, interval: "year" });
    await report("direct", 2_401, "2027-03-10");
    expect((await running(id)).meters).toMatchObject([{ includedUnits: 2_400, amountMinor: 25 }]);
  });

  it("of the last period is invoiced when the subscription ends", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMeteredMarket(app, worker);
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
    const { plan, sell, report, until, lines } = await newMeteredMarket(app, worker);
    await sell(to, await plan("agency", said as Said));
    await report(to, 110, "2027-03-10");
    await until("2027-04-10");
    expect(toldUsage(await lines(to))).toEqual(expected);
  });

  it("of a reseller's own plan is the reseller's to charge, and to see", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMeteredMarket(app, worker);
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
    const { plan, sell, report, until, lines, as, running, agency, agent } = await newMeteredMarket(
      app,
      worker,
    );
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

  it("that the reseller pays is invoiced to it with its customer's name, late use as well, and nothing of it to the customer", async () => {
    const { plan, sell, report, until, as, running, customers, agent } = await newMeteredMarket(app, worker);
    const id = await sell("ofAgent", await plan("agency", { payer: "reseller" }));
    await report("ofAgent", 130, "2027-03-10");
    expect((await running(id, "agent")).meters).toMatchObject([
      { charged: "here", byReseller: true, amountMinor: 75 },
    ]);
    await until("2027-04-10");
    await report("ofAgent", 10, "2027-03-11");
    await until("2027-05-10");
    const bought = (await listInvoices(await as.agent(), { sold: "bought", sort: "issued" })).invoices;
    expect(bought.map((one) => [one.netMinor, one.customer.id, one.wholesale])).toEqual([
      [75, agent.id, true],
      [25, agent.id, true],
    ]);
    const [invoice, late] = await Promise.all(
      bought.map(async (one) => readInvoice(await as.agent(), { id: one.id })),
    );
    expect(invoice?.lines).toMatchObject([
      { kind: "overage", usedBy: "Cove Cafe", usage: { units: 130 }, rate: { none: "wholesale" } },
    ]);
    expect(late?.lines).toMatchObject([{ kind: "correction", usedBy: "Cove Cafe" }]);
    const owed = await listInvoices(await as.agency(), { customerId: customers.ofAgent });
    expect(owed.invoices.map(({ netMinor }) => netMinor)).toEqual([1_000, 1_000, 1_000]);
  });

  it("of a gauge is what it stands at when the period ends", async () => {
    const { plan, sell, report, until, lines } = await newMeteredMarket(app, worker);
    const said = { meter: "team_members", includedUnits: 3, blockUnits: 1 };
    await sell("direct", await plan("agency", said));
    await report("direct", 9, "2027-03-10", "team_members");
    await until("2027-03-20");
    await report("direct", 5, "2027-03-20", "team_members");
    await until("2027-05-10");
    expect(toldUsage(await lines("direct"))).toEqual(["overage 2027-03-10 50", "overage 2027-04-10 50"]);
  });

  it("of a trial is not charged", async () => {
    const { plan, sell, report, until, lines } = await newMeteredMarket(app, worker);
    await sell("direct", await plan("agency"), { trialDays: 14 });
    await report("direct", 500, "2027-03-10");
    await until("2027-04-24");
    expect(await lines("direct")).toEqual([]);
  });

  it("counts by the version and quantity that run when the period ends, before a change that waits", async () => {
    const { plan, sell, report, until, lines, as } = await newMeteredMarket(app, worker);
    const id = await sell("direct", await plan("agency"), { quantity: 2 });
    await changeSubscription(await as.agency(), { id, quantity: 1 });
    await report("direct", 201, "2027-03-10");
    await until("2027-04-10");
    await report("direct", 101, "2027-04-10");
    await until("2027-05-10");
    expect(toldUsage(await lines("direct"))).toEqual(["overage 2027-03-10 25", "overage 2027-04-10 25"]);
  });
});

describe("several subscriptions that count the same meter", () => {
  it("add up what they include, and charge each day once, whoever of them ends", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMeteredMarket(app, worker);
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
    expect(toldUsage(await lines("direct"))).toEqual(["overage 2027-03-10 50", "overage 2027-03-20 50"]);
  });

  it("that end at the same instant are counted once, however many workers come", async () => {
    const { plan, sell, report, at, lines } = await newMeteredMarket(app, worker);
    const planId = await plan("agency");
    await sell("direct", planId);
    await sell("direct", planId);
    await report("direct", 230, "2027-03-10");
    await at("2027-04-10T12:00:00Z");
    await Promise.all([1, 2, 3].map(() => carryOnSubscriptions(worker)));
    await carryOnSubscriptions(worker);
    expect(toldUsage(await lines("direct"))).toEqual(["overage 2027-03-10 75"]);
  });
});
