import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCommissions } from "../commissions/list.ts";
import { setRate } from "../commissions/set-rate.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { cancelPayout } from "./cancel.ts";
import { completePayout } from "./complete.ts";
import { createPayouts } from "./create.ts";
import { failPayout } from "./fail.ts";
import { listPayouts } from "./list.ts";
import { previewPayouts } from "./preview.ts";
import { readPayout } from "./read.ts";
import { sendPayout } from "./send.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ max: 10 });
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );

/** A market whose agent gets 10 %, with `sold` invoices of so many tens of euros paid. */
async function earned(...sold: number[]) {
  const market = await newMarket(app);
  const { as, agency, agent, customers, plans } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_000 });
  const invoices: string[] = [];
  for (const quantity of sold) {
    const sale = { customerId: customers.ofAgent, planId: plans.agencys, quantity };
    const ctx = await as.agency();
    const { invoiceId } = await createSubscription(ctx, { ...sale, currency: "EUR", interval: "month" });
    await markPaid(await as.agency(), { id: invoiceId!, reference: "bank" });
    await takeUpPayments(app.pool, agency.id, invoiceId!);
    invoices.push(invoiceId!);
  }
  const refund = async (at: number, amountMinor?: number) => {
    await refundInvoice(await as.agency(), { id: invoices[at]!, amountMinor, reference: "back" });
    await takeUpPayments(app.pool, agency.id, invoices[at]!);
  };
  const create = async (more = {}) => (await createPayouts(await as.agency(), more)).payouts;
  const seen = async (more = {}) => previewPayouts(await as.agency(), more);
  const later = () => market.at("2027-04-09T18:00:00Z");
  const owed = async () => {
    const { rows } = await app.admin.query(
      `select coalesce(sum(case when credit = $2 then amount_minor else -amount_minor end), 0)::int as sum
       from ledger_transfers where book_id = $1 and $2 in (credit, debit)`,
      [agency.id, `commission_owed:${agent.id}`],
    );
    return rows[0].sum;
  };
  const clearing = async () => {
    const { rows } = await app.admin.query(
      `select coalesce(sum(case when credit = 'payout_clearing' then amount_minor else -amount_minor end), 0)::int as sum
       from ledger_transfers where book_id = $1 and 'payout_clearing' in (credit, debit)`,
      [agency.id],
    );
    return rows[0].sum;
  };
  return { ...market, refund, create, seen, later, owed, clearing };
}

describe("what is due", () => {
  it("is nothing before the hold is over, and everything after it", async () => {
    const { seen, later, agent } = await earned(3, 4);
    expect(await seen()).toMatchObject({ due: [], totals: [] });
    await later();
    expect(await seen()).toMatchObject({
      due: [{ reseller: { id: agent.id }, currency: "EUR", amountMinor: 700, lines: 2, left: null }],
      totals: [{ currency: "EUR", amountMinor: 700, payouts: 1 }],
    });
  });

  it("waits for more below the minimum, after more was taken back than earned, and for whoever is left out", async () => {
    const one = await earned(3);
    await one.later();
    expect(await one.create({ minimumMinor: 301 })).toEqual([]);
    expect((await one.seen({ minimumMinor: 301 })).due[0]!.left).toBe("below_minimum");
    expect(await one.create({ exclude: [one.agent.id] })).toEqual([]);
    expect(await one.create({ minimumMinor: 300 })).toMatchObject([{ amountMinor: 300 }]);
    await one.refund(0, 1_000);
    expect((await one.seen()).due).toMatchObject([{ amountMinor: -100, left: "nothing_due" }]);
    expect(await one.create()).toEqual([]);
  });

  it("is what was seen, or nothing is sent", async () => {
    const one = await earned(3);
    await one.later();
    const totals = [{ currency: "EUR", amountMinor: 300 }];
    await one.refund(0, 1_000);
    expect(await code(createPayouts(await one.as.agency(), { totals }))).toBe("conflict");
    expect(await one.create({ totals: [{ currency: "EUR", amountMinor: 200 }] })).toMatchObject([
      { amountMinor: 200 },
    ]);
  });
});

describe("a payout", () => {
  it("goes from draft over sent to completed, in the books too, and its lines are in no other", async () => {
    const one = await earned(3, 4);
    await one.later();
    const [payout] = await one.create();
    const { id } = payout!;
    expect(await one.create()).toEqual([]);
    const agencys = await one.as.agency();
    expect(await code(completePayout(agencys, { id, reference: "x" }))).toBe("payout_unsent");
    expect([await one.owed(), await one.clearing()]).toEqual([700, 0]);
    await sendPayout(agencys, { id });
    await sendPayout(agencys, { id });
    expect([await one.owed(), await one.clearing()]).toEqual([0, 700]);
    expect(await code(cancelPayout(agencys, { id }))).toBe("payout_sent");
    await completePayout(agencys, { id, reference: "MT103" });
    expect([await one.owed(), await one.clearing()]).toEqual([0, 0]);
    expect(await code(failPayout(agencys, { id, reference: "late" }))).toBe("payout_settled");
    const read = await readPayout(await one.as.agent(), { id });
    expect(read).toMatchObject({ state: "completed", amountMinor: 700, reference: "MT103", reseller: null });
    expect(read.commissions.map(({ amountMinor }) => amountMinor).sort()).toEqual([300, 400]);
    expect((await listPayouts(await one.as.seller(), {})).payouts).toEqual([]);
  });

  it("that fails or is cancelled sets its lines free, and what is owed is owed again", async () => {
    const one = await earned(3);
    await one.later();
    const agencys = await one.as.agency();
    const [first] = await one.create();
    await cancelPayout(agencys, { id: first!.id });
    const [second] = await one.create();
    await sendPayout(agencys, { id: second!.id });
    await failPayout(agencys, { id: second!.id, reference: "account closed" });
    expect([await one.owed(), await one.clearing()]).toEqual([300, 0]);
    expect(await one.create()).toMatchObject([{ amountMinor: 300 }]);
    const linesOf = async (payoutId: string) =>
      (await listCommissions(agencys, { payoutId, outcome: "all" })).commissions.map(
        ({ amountMinor }) => amountMinor,
      );
    expect([await linesOf(first!.id), await linesOf(second!.id)]).toEqual([[300], [300]]);
  });

  it("takes what was taken back after it from the next one (T43)", async () => {
    const one = await earned(3, 4);
    await one.later();
    const [paid] = await one.create();
    await sendPayout(await one.as.agency(), { id: paid!.id });
    await one.refund(0);
    expect(await one.create()).toEqual([]);
    expect((await one.seen()).due).toMatchObject([{ amountMinor: -300, left: "nothing_due" }]);
    const states = async () =>
      (await listCommissions(await one.as.agent(), { sort: "at" })).commissions.map(
        ({ amountMinor, state }) => `${amountMinor} ${state}`,
      );
    expect(await states()).toEqual(["300 in_payout", "400 in_payout", "-300 payable"]);
    await completePayout(await one.as.agency(), { id: paid!.id, reference: "ok" });
    expect(await states()).toEqual(["300 paid", "400 paid", "-300 payable"]);
  });
});

it("runs at the same time never pay a line twice (T45)", async () => {
  const one = await earned(1, 2, 3);
  await one.later();
  const made = await Promise.all(Array.from({ length: 8 }, () => one.create()));
  expect(made.flat().map(({ amountMinor }) => amountMinor)).toEqual([600]);
  const { rows } = await app.admin.query(
    "select count(*)::int as lines, count(distinct commission_id)::int as distinct from payout_lines where agency_id = $1",
    [one.agency.id],
  );
  expect(rows[0]).toEqual({ lines: 3, distinct: 3 });
});
