import { afterAll, beforeAll, expect, it } from "vitest";
import { listCommissions } from "../commissions/list.ts";
import { setRate } from "../commissions/set-rate.ts";
import { listExchangeRates } from "../exchange-rates/list.ts";
import { setExchangeRate } from "../exchange-rates/set.ts";
import { updateLegalEntity } from "../legal-entities/update.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { readPayoutCurrency } from "../payout-currencies/read.ts";
import { setPayoutCurrency } from "../payout-currencies/set.ts";
import { readStatement } from "../statements/read.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { completePayout } from "./complete.ts";
import { createPayouts } from "./create.ts";
import { failPayout } from "./fail.ts";
import { previewPayouts } from "./preview.ts";
import { previewBankFile } from "./preview-bank-file.ts";
import { readPayout } from "./read.ts";
import { readBankFile } from "./read-bank-file.ts";
import { sendPayout } from "./send.ts";
import { sendDrafts } from "./send-drafts.ts";

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

/** A market whose agent earns 10 % in euros and is paid in dollars. */
async function inDollars(to = "USD") {
  const market = await newMarket(app);
  const { as, agency, agent, customers, plans } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_000 });
  await setPayoutCurrency(await as.agency(), { id: agent.id, currency: to });
  const rate = async (value: string, from = "EUR") =>
    setExchangeRate(await as.agency(), { from, to, rate: value, source: `ECB, ${value}` });
  const takeUp = (id: string) => takeUpPayments(app.pool, agency.id, id);
  /** Sells so many tens of euros and has them paid. */
  const earn = async (tens: number) => {
    const sale = { customerId: customers.ofAgent, planId: plans.agencys, quantity: tens };
    const monthly = { currency: "EUR", interval: "month" as const };
    const id = (await createSubscription(await as.agency(), { ...sale, ...monthly })).invoiceId!;
    await markPaid(await as.agency(), { id, reference: "bank" });
    await takeUp(id);
    return id;
  };
  const refund = async (id: string, amountMinor: number) => {
    await refundInvoice(await as.agency(), { id, amountMinor, reference: "back" });
    await takeUp(id);
  };
  const later = () => market.at("2027-04-10T18:00:00Z");
  const run = async () => (await previewPayouts(await as.agency(), {})).due;
  const create = async (more = {}) => (await createPayouts(await as.agency(), more)).payouts[0]!.id;
  const read = async (id: string) => readPayout(await as.agency(), { id });
  /** Account and currency -> what it comes to; credits are above zero. */
  const book = async () => {
    const { rows } = await app.admin.query(
      `select account, currency, sum(amount)::int as sum from (
         select split_part(credit, ':', 1) as account, currency, amount_minor as amount from ledger_transfers where book_id = $1
         union all select split_part(debit, ':', 1), currency, -amount_minor from ledger_transfers where book_id = $1) moves
       where account in ('commission_owed', 'payout_clearing', 'cash', 'exchange', 'exchange_difference')
       group by 1, 2 having sum(amount) <> 0`,
      [agency.id],
    );
    return Object.fromEntries(rows.map((row) => [`${row.account} ${row.currency}`, row.sum]));
  };
  return { ...market, rate, earn, refund, later, run, create, read, book };
}

it("keeps on each decision what it was worth then, and pays by the rate of the run with the difference by itself", async () => {
  const { as, rate, earn, later, run, create, read, book } = await inDollars();
  await rate("1.1");
  await earn(3);
  expect((await listCommissions(await as.agent(), {})).commissions).toMatchObject([
    {
      ...{ currency: "EUR", amountMinor: 300 },
      worth: { currency: "USD", amountMinor: 330, rate: "1.1", source: "ECB, 1.1" },
    },
  ]);
  await rate("1.2");
  await later();
  const paid = { currency: "USD", amountMinor: 360, rate: "1.2", worthMinor: 330, differenceMinor: 30 };
  expect(await run()).toMatchObject([{ currency: "EUR", amountMinor: 300, paid, left: null }]);
  const id = await create();
  // Said since: what was drafted keeps its own.
  await rate("9");
  await sendPayout(await as.agency(), { id });
  expect(await read(id)).toMatchObject({ currency: "EUR", amountMinor: 300, paid });
  const sent = {
    "cash EUR": -3_000,
    "exchange EUR": 300,
    "exchange USD": -330,
    "exchange_difference USD": -30,
  };
  expect(await book()).toEqual({ ...sent, "payout_clearing USD": 360 });
  await completePayout(await as.agency(), { id, reference: "arrived" });
  expect(await book()).toEqual({ ...sent, "cash USD": 360 });
  expect((await readStatement(await as.agent(), {})).currencies).toMatchObject([
    { currency: "EUR", openingMinor: 300, paidOutMinor: -300, closingMinor: 0 },
  ]);
});

it("books a rate that fell the other way round, and a payout that fails as if it had not been", async () => {
  const { as, rate, earn, later, create, book } = await inDollars();
  await rate("1.2");
  await earn(10);
  await rate("1.1");
  await later();
  const before = await book();
  const id = await create();
  await sendDrafts(await as.agency(), { ids: [id] });
  expect(await book()).toMatchObject({
    ...{ "exchange USD": -1_200, "exchange_difference USD": 100, "payout_clearing USD": 1_100 },
  });
  await failPayout(await as.agency(), { id, reference: "closed account" });
  expect(await book()).toEqual(before);
  await rate("1.15");
  expect(await create()).toEqual(expect.any(String));
});

it("takes back at what the line was worth, and lines decided before anybody said a rate are worth what they are now", async () => {
  const { rate, earn, refund, later, run } = await inDollars();
  await earn(10);
  await rate("1.5");
  const id = await earn(20);
  await rate("1.0");
  await refund(id, 10_000);
  await later();
  // 10.00 at 1.0, 20.00 at 1.5 less 10.00 at 1.5.
  expect(await run()).toMatchObject([
    { amountMinor: 2_000, paid: { amountMinor: 2_000, worthMinor: 2_500, differenceMinor: -500 } },
  ]);
});

it("leaves out what nobody has said a rate for, and refuses a run that comes to another sum than was seen", async () => {
  const { as, rate, earn, later, run } = await inDollars();
  await earn(5);
  await later();
  expect(await run()).toMatchObject([{ amountMinor: 500, paid: null, left: "no_exchange_rate" }]);
  expect((await createPayouts(await as.agency(), {})).payouts).toEqual([]);
  await rate("1.1");
  const { totals } = await previewPayouts(await as.agency(), {});
  expect(totals).toEqual([{ currency: "USD", amountMinor: 550, payouts: 1 }]);
  const seen = totals.map(({ currency, amountMinor }) => ({ currency, amountMinor }));
  await rate("1.3");
  expect(await code(createPayouts(await as.agency(), { totals: seen }))).toBe("conflict");
});

it("sends by the bank's file what comes to euros, whatever it was earned in", async () => {
  const { as, agent, rate, earn, later, create } = await inDollars();
  await rate("1.1");
  await earn(5);
  await later();
  const id = await create();
  expect((await previewBankFile(await as.agency(), {})).drafts).toMatchObject([
    { currency: "USD", amountMinor: 550, left: "not_euro" },
  ]);
  const account = { address: "", country: "PT", taxId: null, taxBps: 0, iban: "DE89370400440532013000" };
  await updateLegalEntity(await as.agency(), { ...account, name: "Nova Lda" });
  await updateLegalEntity(await as.agent(), { ...account, name: "Cove Lda" });
  // As if it had been earned in dollars and converted to euros.
  await app.admin.query(
    "update payouts set currency = 'USD', paid_currency = 'EUR', paid_minor = 455 where id = $1 and reseller_id = $2",
    [id, agent.id],
  );
  const { xml, amountMinor } = await readBankFile(await as.agency(), {});
  expect(amountMinor).toBe(455);
  expect(xml).toContain("4.55");
});

it("pays in each currency again once none is said, and as before where it is the same", async () => {
  const { as, agent, rate, earn, later, run } = await inDollars();
  await rate("1.1");
  await earn(5);
  await later();
  for (const currency of [null, "EUR"]) {
    await setPayoutCurrency(await as.agency(), { id: agent.id, currency });
    expect(await readPayoutCurrency(await as.agency(), { id: agent.id })).toEqual({ currency });
    expect(await run()).toMatchObject([{ currency: "EUR", amountMinor: 500, paid: null, left: null }]);
  }
});

it("lists what was said, and which of it counts", async () => {
  const { as, rate } = await inDollars();
  await rate("1.1");
  await rate("1.2");
  await rate("0.00625", "JPY");
  const listed = async (more = {}) =>
    (await listExchangeRates(await as.agency(), more)).rates.map(
      ({ from, rate: value }) => `${from} ${value}`,
    );
  expect(await listed({ state: "counting" })).toHaveLength(2);
  expect(await listed({ state: "past" })).toEqual(["EUR 1.1"]);
  expect(await listed({ currency: "JPY" })).toEqual(["JPY 0.00625"]);
  expect(await code(rate("0"))).toBe("exchange_rate_wrong");
  expect(await code(rate("1,2"))).toBe("exchange_rate_wrong");
  expect(await code(rate("10000000"))).toBe("exchange_rate_wrong");
  expect(await code(rate("1", "USD"))).toBe("currencies_same");
});
