import { afterAll, beforeAll, expect, it } from "vitest";
import { listCommissions } from "../commissions/list.ts";
import { readCommission } from "../commissions/read.ts";
import { setRate } from "../commissions/set-rate.ts";
import { summarizeCommissions } from "../commissions/summary.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createPayouts } from "../payouts/create.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { createDispute } from "./create.ts";
import { mostOf } from "./rules.ts";
import { settleDispute } from "./settle.ts";
import { withdrawDispute } from "./withdraw.ts";

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

/** A line of 100.00 that brought the agent 10.00, payable since yesterday, and what both sides can do about it. */
async function paidLine() {
  const market = await newMarket(app);
  const { as, agency, agent, customers, plans } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_000 });
  const { invoiceId } = await createSubscription(await as.agent(), {
    ...{ customerId: customers.ofAgent, planId: plans.agencys, quantity: 10 },
    ...{ currency: "EUR", interval: "month" },
  });
  await markPaid(await as.agency(), { id: invoiceId!, reference: "bank" });
  await takeUpPayments(app.pool, agency.id, invoiceId!);
  await market.at("2027-04-10T13:00:00Z");
  const [line] = (await listCommissions(await as.agent(), {})).commissions;
  const owed = async () => {
    const { rows } = await app.admin.query(
      `select coalesce(sum(case when credit = $2 then amount_minor else -amount_minor end), 0)::int as sum
       from ledger_transfers where book_id = $1 and $2 in (credit, debit)`,
      [agency.id, `commission_owed:${agent.id}`],
    );
    return rows[0].sum;
  };
  return {
    ...{ ...market, id: line!.id, invoiceId: invoiceId!, owed },
    open: async () =>
      (await createDispute(await as.agent(), { id: line!.id, reason: "We agreed on 15 %" })).id,
    settle: async (id: string, amountMinor: number) =>
      settleDispute(await as.agency(), { id, answer: "Right you are", amountMinor }),
    read: async () => readCommission(await as.agent(), { id: line!.id }),
    total: async () => (await summarizeCommissions(await as.agency(), {})).totals[0],
    payOut: async () => (await createPayouts(await as.agency(), {})).payouts,
    refund: async (amountMinor?: number) => {
      await refundInvoice(await as.agency(), { id: invoiceId!, amountMinor, reference: "back" });
      await takeUpPayments(app.pool, agency.id, invoiceId!);
    },
  };
}

it("keeps a line out of payouts until it is answered, and tells both sides", async () => {
  const { agency, agent, open, settle, read, total, payOut } = await paidLine();
  expect(await total()).toMatchObject({ payableMinor: 1_000, disputedMinor: 0 });
  const id = await open();
  expect(await code(open())).toBe("dispute_open");
  expect(await read()).toMatchObject({ state: "disputed", disputes: [{ id, outcome: null }] });
  expect(await total()).toMatchObject({ payableMinor: 0, pendingMinor: 0, disputedMinor: 1_000 });
  expect(await payOut()).toEqual([]);
  expect(await settle(id, 1_000)).toEqual({ id, outcome: "stands" });
  expect(await code(settle(id, 1_000))).toBe("dispute_settled");
  expect(await read()).toMatchObject({
    state: "payable",
    totalMinor: 1_000,
    disputes: [{ outcome: "stands" }],
  });
  expect(await payOut()).toMatchObject([{ amountMinor: 1_000 }]);
  const { rows } = await app.admin.query(
    "select account_id from mails where kind = 'commission_dispute' and agency_id = $1 order by created_at",
    [agency.id],
  );
  expect(rows.map(({ account_id }) => account_id)).toEqual([agency.id, agent.id]);
});

it("is adjusted by a line of its own, which goes out and into the books", async () => {
  const { open, settle, read, payOut, owed } = await paidLine();
  expect(await settle(await open(), 1_500)).toMatchObject({ outcome: "adjusted" });
  const { totalMinor, decisions } = await read();
  expect(totalMinor).toBe(1_500);
  expect(decisions.map(({ reason, amountMinor }) => [reason, amountMinor])).toEqual([
    ["rate", 1_000],
    ["adjustment", 500],
  ]);
  expect(await owed()).toBe(1_500);
  expect(await payOut()).toMatchObject([{ amountMinor: 1_500 }]);
  expect(await settle(await open(), 700)).toMatchObject({ outcome: "adjusted" });
  expect(await read()).toMatchObject({ totalMinor: 700 });
  expect(await owed()).toBe(700);
  // What went out is not taken out of a payout: it is less than nothing until more comes.
  expect(await payOut()).toEqual([]);
});

it("is of what is left: a refund takes the adjustment back as well, and nothing can be adjusted after it", async () => {
  const { open, settle, read, refund, owed } = await paidLine();
  await settle(await open(), 1_500);
  await refund(5_000);
  expect(await read()).toMatchObject({ totalMinor: 750, mostMinor: 5_000 });
  await refund();
  expect(await read()).toMatchObject({ totalMinor: 0, mostMinor: 0 });
  expect(await owed()).toBe(0);
  expect(await code(settle(await open(), 1))).toBe("adjustment_wrong");
});

it("comes to no more than the line was sold for", async () => {
  const { open, settle, owed } = await paidLine();
  const id = await open();
  expect(await code(settle(id, 10_001))).toBe("adjustment_wrong");
  expect(await owed()).toBe(1_000);
  expect(await settle(id, 10_000)).toMatchObject({ outcome: "adjusted" });
  expect(mostOf([{ outcome: "skipped", baseMinor: 10_000n }])).toBe(0n);
});

it("is taken back by whoever opened it, and is nobody else's", async () => {
  const { as, id, open, read } = await paidLine();
  const dispute = await open();
  for (const stranger of [await as.seller(), await as.agency()])
    expect(["not_found", "kind_forbidden", "forbidden"]).toContain(
      await code(withdrawDispute(stranger, { id: dispute })),
    );
  expect(await code(createDispute(await as.seller(), { id, reason: "Mine" }))).toBe("not_found");
  await withdrawDispute(await as.agent(), { id: dispute });
  expect(await read()).toMatchObject({ state: "payable", disputes: [{ outcome: "withdrawn" }] });
});

it("answered twice at once is answered once", async () => {
  const { open, settle, owed } = await paidLine();
  const id = await open();
  const codes = await Promise.all([
    code(settle(id, 1_500)),
    code(settle(id, 1_500)),
    code(settle(id, 1_500)),
  ]);
  expect(codes.toSorted()).toEqual(["dispute_settled", "dispute_settled", "done"]);
  expect(await owed()).toBe(1_500);
});
