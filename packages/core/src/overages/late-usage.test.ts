import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInvoice } from "../invoices/read.ts";
import { cancelSubscription } from "../subscriptions/cancel.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMeteredMarket, toldUsage } from "../testing/metered-market.ts";

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

describe("late usage", () => {
  it("becomes a correction with its period on the next invoice, once", async () => {
    const { plan, sell, report, until, lines, as } = await newMeteredMarket(app, worker);
    await sell("direct", await plan("agency"));
    await report("direct", 115, "2027-03-10");
    await until("2027-04-10");
    await report("direct", 25, "2027-03-11");
    await report("direct", 101, "2027-04-10");
    await until("2027-06-10");
    const all = await lines("direct");
    expect(toldUsage(all)).toEqual([
      "overage 2027-03-10 50",
      "correction 2027-03-10 50",
      "overage 2027-04-10 25",
    ]);
    const invoice = await readInvoice(await as.agency(), { id: all[1]!.id });
    expect(invoice.lines[1]).toMatchObject({
      ...{ kind: "correction", from: "2027-03-10", netMinor: 50 },
      usage: { units: 140, blocks: 4, chargedMinor: 50 },
    });
  });

  it("that was within what is included is kept for the day it is not", async () => {
    const { plan, sell, report, until, lines } = await newMeteredMarket(app, worker);
    await sell("direct", await plan("agency"));
    await report("direct", 95, "2027-03-10");
    await until("2027-04-10");
    await report("direct", 5, "2027-03-11");
    await until("2027-05-10");
    await report("direct", 1, "2027-03-12");
    await until("2027-06-10");
    expect(toldUsage(await lines("direct"))).toEqual(["correction 2027-03-10 25"]);
  });

  it("that sets a gauge lower is taken off what comes next, and never below nothing", async () => {
    const { plan, sell, report, until, lines, as, running } = await newMeteredMarket(app, worker);
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
    expect(toldUsage(all)).toEqual(["overage 2027-03-10 150", "overage 2027-05-10 75"]);
    const { lines: shown } = await readInvoice(await as.agency(), { id: all[1]!.id });
    expect(shown[1]).toMatchObject({ usage: { units: 6, blocks: 4, creditedMinor: 25 } });
    expect((await running(id)).late).toEqual([]);
  });

  it("of a subscription that has ended stands on the next invoice of another of the same customer", async () => {
    const { plan, sell, report, until, lines, as } = await newMeteredMarket(app, worker);
    const id = await sell("direct", await plan("agency"));
    await cancelSubscription(await as.agency(), { id });
    await until("2027-04-10");
    await report("direct", 111, "2027-03-11");
    await sell("direct", await plan("agency", { meter: "whatsapp_messages" }));
    await until("2027-05-10");
    expect(toldUsage(await lines("direct"))).toEqual(["correction 2027-03-10 50"]);
  });
});
