import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plusDays } from "../kernel/clock.ts";
import { reportLeakage } from "../reports/leakage.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMeteredMarket, toldUsage } from "../testing/metered-market.ts";
import { readSubscription } from "./read.ts";
import { periodAt, periodOf } from "./rules.ts";
import { takeOverSubscription } from "./take-over.ts";

let app: TestApp;
let worker: pg.Pool;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

type Given = Omit<
  Parameters<typeof takeOverSubscription>[1],
  "customerId" | "planId" | "currency" | "interval"
>;

async function open() {
  const market = await newMeteredMarket(app, worker);
  const planId = await market.plan("agency");
  const take = async (given: Given & { interval?: "month" | "year" }) =>
    takeOverSubscription(await market.as.agency(), {
      ...{ customerId: market.customers.ofAgent, planId, currency: "EUR", interval: "month" },
      ...given,
    });
  const problem = (given: Given & { interval?: "month" | "year" }) =>
    take(given).then(
      () => "taken over",
      ({ fields: [{ pointer, code, params }] }) => [pointer, code, ...Object.values(params ?? {})].join(" "),
    );
  const books = async () =>
    (
      await app.admin.query(
        `select l.kind, l.period_from::text as from, l.net_minor::int as net, l.rate_bps as rate
         from invoice_lines l join invoices i on i.agency_id = l.agency_id and i.id = l.invoice_id
         where l.customer_id = $1 order by i.issued_at, i.number, l.position`,
        [market.customers.ofAgent],
      )
    ).rows as { kind: string; from: string; net: number; rate: number | null }[];
  return { ...market, planId, take, problem, books };
}

it("finds the period of every day, whatever day of the month is kept", () => {
  for (const anchor of ["2024-01-31", "2024-02-29", "2025-12-01", "2026-08-30", "2023-11-15"])
    for (const every of ["month", "year"] as const)
      for (let day = anchor, n = 0; n < 500; n++, day = plusDays(day, 1)) {
        const { from, to } = periodOf(anchor, periodAt(anchor, day, every), every);
        expect(from <= day && day < to, `${anchor} ${every} ${day}`).toBe(true);
      }
});

describe("a subscription that ran elsewhere", () => {
  it("charges nothing for what runs, then its renewals by its old days, and says that it was taken over", async () => {
    const { take, until, books, as } = await open();
    const { id, state, period } = await take({
      startsOn: "2025-10-31",
      quantity: 3,
      nextInvoiceOn: "2027-03-31",
    });
    expect({ state, period }).toEqual({ state: "active", period: { from: "2027-02-28", to: "2027-03-31" } });
    expect(await books()).toEqual([]);
    expect(await readSubscription(await as.agent(), { id })).toMatchObject({ takenOverOn: "2027-03-10" });
    expect((await reportLeakage(await as.agency(), {})).leaks).toEqual([]);
    await until("2027-03-30");
    expect(await books()).toEqual([]);
    await until("2027-05-01");
    expect(toldUsage(await books())).toEqual(["renewal 2027-03-31 3000", "renewal 2027-04-30 3000"]);
  });

  it("counts usage from the day it was taken over, and not what was used before", async () => {
    const { take, report, until, lines } = await open();
    await report("ofAgent", 5_000, "2027-03-09");
    await take({ startsOn: "2027-02-20" });
    await report("ofAgent", 104, "2027-03-10");
    await until("2027-03-19");
    await report("ofAgent", 10, "2027-03-19");
    await until("2027-03-20");
    // 114 of 100: two blocks begun.
    expect(toldUsage(await lines("ofAgent"))).toEqual(["overage 2027-02-20 50"]);
    await report("ofAgent", 101, "2027-03-20");
    await until("2027-04-20");
    expect(toldUsage(await lines("ofAgent"))).toEqual(["overage 2027-02-20 50", "overage 2027-03-20 25"]);
  });

  it("goes on with a trial, and ends one that was cancelled without an invoice", async () => {
    const { take, until, books, as } = await open();
    const trial = await take({ startsOn: "2027-03-01", trialUntil: "2027-03-15" });
    const ending = await take({ startsOn: "2027-01-12", cancelled: true });
    expect([trial.state, ending.period.to]).toEqual(["trial", "2027-03-12"]);
    await until("2027-03-16");
    expect(toldUsage(await books())).toEqual(["new 2027-03-15 1000"]);
    expect(await readSubscription(await as.agent(), { id: ending.id })).toMatchObject({ state: "ended" });
  });

  it("is taken over once, however often it is told", async () => {
    const { problem } = await open();
    expect(await problem({ startsOn: "2026-11-18" })).toBe("taken over");
    expect(await problem({ startsOn: "2026-11-18", quantity: 2 })).toBe("/startsOn taken_over_before");
    expect(await problem({ startsOn: "2026-11-19" })).toBe("taken over");
  });

  it("refuses days that do not fit, and names those that do", async () => {
    const { problem } = await open();
    expect(await problem({ startsOn: "2027-03-11" })).toBe("/startsOn starts_later");
    expect(await problem({ startsOn: "2027-02-30" })).toBe("/startsOn day_wrong");
    expect(await problem({ startsOn: "2027-03-01", trialUntil: "2027-03-10" })).toBe(
      "/trialUntil trial_over",
    );
    expect(
      await problem({ startsOn: "2027-03-01", trialUntil: "2027-03-20", nextInvoiceOn: "2027-04-01" }),
    ).toBe("/nextInvoiceOn next_invoice_trial 2027-03-20");
    for (const nextInvoiceOn of ["2027-03-10", "2027-03-17", "2027-04-18"])
      expect(await problem({ startsOn: "2026-11-18", nextInvoiceOn }), nextInvoiceOn).toBe(
        "/nextInvoiceOn next_invoice_wrong 2027-02-18 2027-03-18",
      );
    expect(await problem({ startsOn: "2026-11-18", nextInvoiceOn: "2027-11-18", interval: "year" })).toBe(
      "taken over",
    );
  });
});

it("is the seller's or the agency's to do, and no trial is longer than one that is sold", async () => {
  const { as, customers, plans, problem } = await open();
  const sale = { currency: "EUR", interval: "month" as const, startsOn: "2027-03-01" };
  const codeOf = async (who: keyof typeof as, customerId: string, planId: string) =>
    takeOverSubscription(await as[who](), { ...sale, customerId, planId }).then(
      () => "taken over",
      ({ fields }) => fields[0].code,
    );
  expect(await codeOf("agent", customers.ofAgent, plans.agencys)).toBe("take_over_seller");
  expect(await codeOf("seller", customers.ofSeller, plans.sellers)).toBe("taken over");
  expect(await codeOf("agency", customers.ofAgent, plans.agencys)).toBe("taken over");
  expect(await problem({ startsOn: "2027-03-01", trialUntil: "2027-06-09" })).toBe("/trialUntil trial_wrong");
  expect(await problem({ startsOn: "2027-03-01", trialUntil: "2027-06-08" })).toBe("taken over");
});
