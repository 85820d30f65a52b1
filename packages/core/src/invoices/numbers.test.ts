import { afterAll, beforeAll, expect, it } from "vitest";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";

// T46: numbers are gapless per seller and series.
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const monthly = { currency: "EUR", interval: "month" as const };

it("numbers are gapless per seller, whoever issues at the same time and whatever fails", async () => {
  const own = await newMarket(app);
  const sell = async (planId: string) =>
    code(createSubscription(await own.as.agency(), { customerId: own.customers.direct, planId, ...monthly }));
  const outcomes = await Promise.all(
    Array.from({ length: 64 }, (_, turn) => sell(turn % 8 === 0 ? own.plans.sellers : own.plans.agencys)),
  );
  const done = outcomes.filter((one) => one === "done").length;
  const { rows } = await app.admin.query(
    "select number::int from invoices where agency_id = $1 and seller_id = $1 order by number",
    [own.agency.id],
  );
  expect(done).toBeGreaterThan(0);
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: done }, (_, index) => index + 1));
});
