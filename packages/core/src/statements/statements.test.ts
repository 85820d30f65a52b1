import { afterAll, beforeAll, expect, it } from "vitest";
import { createDispute } from "../commission-disputes/create.ts";
import { settleDispute } from "../commission-disputes/settle.ts";
import { listCommissions } from "../commissions/list.ts";
import { setRate } from "../commissions/set-rate.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { completePayout } from "../payouts/complete.ts";
import { createPayouts } from "../payouts/create.ts";
import { failPayout } from "../payouts/fail.ts";
import { sendPayout } from "../payouts/send.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { listStatements } from "./list.ts";
import { listStatementLines } from "./list-lines.ts";
import { readStatement } from "./read.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** An agent with 10 %, who sold in March, was refunded and paid out in April and May, and disputed a line in May. */
async function threeMonths() {
  const market = await newMarket(app);
  const { as, at, agency, agent, customers, plans } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_000 });
  const sell = async (quantity: number) => {
    const { invoiceId } = await createSubscription(await as.agency(), {
      ...{ customerId: customers.ofAgent, planId: plans.agencys, quantity },
      ...{ currency: "EUR", interval: "month" },
    });
    await markPaid(await as.agency(), { id: invoiceId!, reference: "bank" });
    await takeUpPayments(app.pool, agency.id, invoiceId!);
    return invoiceId!;
  };
  const payOut = async () => {
    const [made] = (await createPayouts(await as.agency(), {})).payouts;
    await sendPayout(await as.agency(), { id: made!.id });
    return made!.id;
  };
  const refunded = await sell(50);
  await sell(10);
  await at("2027-04-12T12:00:00Z");
  await refundInvoice(await as.agency(), { id: refunded, amountMinor: 20_000, reference: "back" });
  await takeUpPayments(app.pool, agency.id, refunded);
  const back = await payOut();
  await failPayout(await as.agency(), { id: back, reference: "No such account" });
  await sell(20);
  await at("2027-05-03T12:00:00Z");
  const arrived = await payOut();
  await completePayout(await as.agency(), { id: arrived, reference: "arrived" });
  const [line] = (await listCommissions(await as.agent(), {})).commissions;
  const { id } = await createDispute(await as.agent(), { id: line!.id, reason: "Too little" });
  await settleDispute(await as.agency(), { id, answer: "Yes", amountMinor: 2_500 });
  return market;
}

it("adds up month by month, each beginning with what the one before ended with", async () => {
  const { as, agent, agency } = await threeMonths();
  const of = async (month: string) =>
    (await readStatement(await as.agency(), { resellerId: agent.id, month })).currencies;
  expect(await of("2027-02")).toEqual([]);
  expect(await of("2027-03")).toEqual([
    {
      ...{ currency: "EUR", openingMinor: 0, earnedMinor: 6_000, takenBackMinor: 0, adjustedMinor: 0 },
      ...{ paidOutMinor: 0, cameBackMinor: 0, closingMinor: 6_000, heldMinor: 6_000 },
    },
  ]);
  expect(await of("2027-04")).toEqual([
    {
      ...{
        currency: "EUR",
        openingMinor: 6_000,
        earnedMinor: 2_000,
        takenBackMinor: -2_000,
        adjustedMinor: 0,
      },
      ...{ paidOutMinor: -4_000, cameBackMinor: 4_000, closingMinor: 6_000, heldMinor: 2_000 },
    },
  ]);
  expect(await of("2027-05")).toEqual([
    {
      ...{ currency: "EUR", openingMinor: 6_000, earnedMinor: 0, takenBackMinor: 0, adjustedMinor: 500 },
      ...{ paidOutMinor: -4_000, cameBackMinor: 0, closingMinor: 2_500, heldMinor: 2_500 },
    },
  ]);
  const { rows } = await app.admin.query(
    `select sum(case when credit = $2 then amount_minor else -amount_minor end)::int as owed
     from ledger_transfers where book_id = $1 and $2 in (credit, debit)`,
    [agency.id, `commission_owed:${agent.id}`],
  );
  expect(rows).toEqual([{ owed: 2_500 }]);
});

it("is its lines' sum, page by page, both ways, the same for both sides", async () => {
  const { as, agent } = await threeMonths();
  for (const month of ["2027-03", "2027-04", "2027-05"]) {
    const [sums] = (await readStatement(await as.agent(), { month })).currencies;
    const lines = [];
    let cursor: string | undefined;
    do {
      const page = await listStatementLines(await as.agent(), { month, limit: 2, cursor });
      lines.push(...page.lines);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(sums!.openingMinor + lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(
      sums!.closingMinor,
    );
    const whole = await listStatementLines(await as.agency(), { resellerId: agent.id, month, limit: 100 });
    expect(whole.lines).toEqual(lines);
    const { heldMinor: _, ...shown } = sums!;
    expect((await listStatements(await as.agency(), { month })).statements).toEqual([
      { reseller: { id: agent.id, name: "Cove Referrals" }, ...shown },
    ]);
  }
  const april = await listStatementLines(await as.agent(), { month: "2027-04", limit: 100 });
  expect(april.lines.map(({ kind }) => kind)).toEqual(["taken_back", "paid_out", "came_back", "earned"]);
  expect(april.lines[0]!.commission).toMatchObject({ customer: "Cove Cafe" });
  expect(april.lines[1]!.payout).toMatchObject({ code: expect.stringMatching(/^PO-/) });
});

it("is nobody else's", async () => {
  const { as, agent } = await threeMonths();
  const seller = await as.seller();
  await expect(readStatement(seller, { resellerId: agent.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(listStatementLines(seller, { resellerId: agent.id })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await listStatements(seller, { month: "2027-04" })).toMatchObject({ statements: [] });
  await expect(readStatement(await as.agency(), {})).rejects.toMatchObject({ code: "not_found" });
});
