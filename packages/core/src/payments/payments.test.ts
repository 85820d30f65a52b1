import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInvoice } from "../invoices/read.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { payByLink } from "../payment-links/pay.ts";
import type { PaymentMessage } from "../platform/payments/message.ts";
import { openTestGateway } from "../platform/payments/test-gateway.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { readBook } from "../testing/book.ts";
import { contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { answerCheckout } from "./answer-checkout.ts";
import { markPaid } from "./mark-paid.ts";
import { openCheckout } from "./open-checkout.ts";
import { receivePayment } from "./receive.ts";
import { refundInvoice } from "./refund.ts";
import { takeUpPayments } from "./take-up.ts";

let app: TestApp;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  market = await newMarket(app);
  // 12.5 % of what the agent sells for the agency.
  await app.admin.query(
    `insert into commission_rates (agency_id, id, distributor_id, reseller_id, customer_id, source, rate_bps, set_by, set_at)
     values ($1, gen_random_uuid(), $1, $2, $1, 'reseller', 1250, 'agency', now())`,
    [market.agency.id, market.agent.id],
  );
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const monthly = { currency: "EUR", interval: "month" as const };

/** Sells to one of the customers and answers its open invoice. */
async function invoiced(to: keyof Market["customers"] = "ofAgent", quantity = 3) {
  const seller = to === "ofSeller";
  const ctx = seller ? await market.as.seller() : await market.as.agency();
  const planId = seller ? market.plans.sellers : market.plans.agencys;
  const sale = { customerId: market.customers[to], planId, ...monthly, quantity };
  const { invoiceId } = await createSubscription(ctx, sale);
  const read = async (as: keyof Market["as"] = "agency") =>
    readInvoice(await market.as[as](), { id: invoiceId! });
  const front = to === "ofSeller" ? market.seller : to === "ofAgent" ? market.agent : market.agency;
  const visitor = () => contextFor(app, front.host);
  const token = async () => (await read()).link!.url.split("/").at(-1)!;
  const takeUp = () => takeUpPayments(app.pool, market.agency.id, invoiceId!);
  return { id: invoiceId!, read, visitor, token, takeUp };
}
type Invoiced = Awaited<ReturnType<typeof invoiced>>;

const messageOf = ({ id }: Invoiced, more: Partial<PaymentMessage> = {}): PaymentMessage => ({
  ...{ eventId: newId(), kind: "paid", invoiceId: id, amountMinor: 3_000, currency: "EUR" },
  ...{ reference: "ref", payerEmail: null },
  ...more,
});
const tell = async (ctx: Ctx, message: PaymentMessage, at = new Date()) =>
  receivePayment(ctx, {
    provider: "test",
    ...openTestGateway(app.config.secret, market.agency.id).sign(message, at),
  });
const books = (book: string) => readBook(app, book);

describe("a payment link", () => {
  it("opens on its front's host without sign-in, leads to the gateway, and becomes the receipt", async () => {
    const one = await invoiced();
    const token = await one.token();
    expect((await one.read()).link!.url).toBe(`http://${market.agent.host}:3000/pay/${token}`);
    expect(await openPaymentLink(await one.visitor(), { token })).toMatchObject({
      state: "open",
      totalMinor: 3_000,
    });
    const { url: path } = await payByLink(await one.visitor(), { token, payerEmail: "boss@cove.example" });
    const checkout = path.split("/").at(-1)!;
    expect(await openCheckout(await one.visitor(), { checkout })).toMatchObject({ amountMinor: 3_000 });
    expect(await answerCheckout(await one.visitor(), { checkout, outcome: "paid", twice: true })).toEqual({
      back: `/pay/${token}`,
    });
    await tell(await one.visitor(), messageOf(one, { payerEmail: "boss@cove.example" }));
    expect(await openPaymentLink(await one.visitor(), { token })).toMatchObject({
      state: "open",
      pending: true,
    });
    await one.takeUp();
    expect(await openPaymentLink(await one.visitor(), { token })).toMatchObject({
      state: "paid",
      pending: false,
    });
    expect(await code(payByLink(await one.visitor(), { token }))).toBe("invoice_not_open");
  });

  it("opens nowhere else, and not with a bit of it changed", async () => {
    const one = await invoiced();
    const token = await one.token();
    for (const host of [market.agency.host, market.seller.host])
      expect(await code(openPaymentLink(await contextFor(app, host), { token }))).toBe("token_invalid");
    for (const at of [0, 20, 40, token.length - 1]) {
      const changed = token.slice(0, at) + (token[at] === "a" ? "b" : "a") + token.slice(at + 1);
      expect(await code(openPaymentLink(await one.visitor(), { token: changed })), String(at)).toBe(
        "token_invalid",
      );
    }
  });
});

describe("what a gateway tells", () => {
  it("counts once, however often and at once it comes", async () => {
    const one = await invoiced();
    const message = messageOf(one);
    await Promise.all([1, 2, 3, 4].map(async () => tell(await one.visitor(), message)));
    await Promise.all([1, 2, 3].map(() => one.takeUp()));
    const { payments, decisions, state } = await one.read();
    expect([payments.length, decisions.length, state]).toEqual([1, 1, "paid"]);
  });

  it.each([
    ["signed for another agency", () => openTestGateway(app.config.secret, market.agent.id)],
    ["signed with another secret", () => openTestGateway(`${app.config.secret}!`, market.agency.id)],
  ])("is not believed when %s", async (_name, gateway) => {
    const one = await invoiced();
    const call = gateway().sign(messageOf(one), new Date());
    expect(await code(receivePayment(await one.visitor(), { provider: "test", ...call }))).toBe(
      "unauthenticated",
    );
  });

  it("is not believed when old, or when a bit of it has changed", async () => {
    const one = await invoiced();
    const call = openTestGateway(app.config.secret, market.agency.id).sign(messageOf(one), new Date());
    const told = async (more: Partial<typeof call>) =>
      code(receivePayment(await one.visitor(), { provider: "test", ...call, ...more }));
    expect(await told({ body: call.body.replace("3000", "1000") })).toBe("unauthenticated");
    expect(await told({ id: newId() })).toBe("unauthenticated");
    expect(await told({ timestamp: String(Number(call.timestamp) + 1) })).toBe("unauthenticated");
    expect(await code(tell(await one.visitor(), messageOf(one), new Date(Date.now() - 6 * 60_000)))).toBe(
      "unauthenticated",
    );
    expect(await told({})).toBe("done");
  });

  it("of an invoice on another front's host is of nobody", async () => {
    const one = await invoiced();
    expect(await code(tell(await contextFor(app, market.seller.host), messageOf(one)))).toBe("not_found");
  });

  it("of another amount or currency, or once more, is kept and changes nothing about the invoice", async () => {
    const one = await invoiced();
    await tell(await one.visitor(), messageOf(one, { amountMinor: 2_999, reference: "short" }));
    await tell(await one.visitor(), messageOf(one, { currency: "USD", reference: "dollars" }));
    await one.takeUp();
    expect((await one.read()).state).toBe("open");
    await tell(await one.visitor(), messageOf(one));
    await tell(await one.visitor(), messageOf(one, { reference: "twice" }));
    await one.takeUp();
    const { state, odd, payments } = await one.read();
    expect([state, payments.filter(({ kind }) => kind === "payment").length]).toEqual(["paid", 1]);
    expect(odd.map(({ outcome, reference }) => [outcome, reference])).toEqual([
      ["wrong_amount", "short"],
      ["wrong_amount", "dollars"],
      ["already_paid", "twice"],
    ]);
  });

  it("of money gone back before any came in waits without holding anything up", async () => {
    const one = await invoiced();
    await tell(await one.visitor(), messageOf(one, { kind: "refunded", amountMinor: 1 }));
    await one.takeUp();
    expect(await one.read()).toMatchObject({ state: "open", pending: false });
  });

  it("comes to the same in every order", async () => {
    const orders = (left: number[]): number[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((one) => orders(left.filter((x) => x !== one)).map((rest) => [one, ...rest]));
    const ends = new Set<string>();
    for (const order of orders([0, 1, 2, 3])) {
      const one = await invoiced("ofAgent", 3);
      const messages = [
        messageOf(one, { kind: "declined" }),
        messageOf(one),
        messageOf(one, { kind: "refunded", amountMinor: 1_001 }),
        messageOf(one, { kind: "refunded", amountMinor: 999 }),
      ];
      for (const at of order) {
        await tell(await one.visitor(), messages[at]!);
        await one.takeUp();
      }
      const { state, refundedMinor, decisions } = await one.read();
      const earned = decisions.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      ends.add(JSON.stringify({ state, refundedMinor, earned }));
    }
    expect([...ends]).toEqual([JSON.stringify({ state: "paid", refundedMinor: 2_000, earned: 125 })]);
  });
});

describe("commission", () => {
  it("is decided line by line when the invoice is paid, shown to agency and reseller alike", async () => {
    const one = await invoiced();
    await tell(await one.visitor(), messageOf(one));
    await one.takeUp();
    const [decision, ...more] = (await one.read()).decisions;
    expect(more).toEqual([]);
    expect(decision).toMatchObject({
      ...{ outcome: "created", reason: "rate", source: "reseller", rateBps: 1_250 },
      ...{ baseMinor: 3_000, amountMinor: 375 },
    });
    expect((await one.read("agent")).decisions).toEqual([decision]);
    expect((await one.read("agent")).lines).toEqual((await one.read()).lines);
  });

  it("is nothing of a direct sale or a reseller's own, and says so", async () => {
    for (const [to, as, reason] of [
      ["direct", "agency", "direct"],
      ["ofSeller", "seller", "own_sale"],
    ] as const) {
      const one = await invoiced(to);
      await markPaid(await market.as[as](), { id: one.id, reference: "statement 12" });
      await one.takeUp();
      expect((await one.read(as)).decisions).toMatchObject([{ outcome: "skipped", reason, amountMinor: 0 }]);
    }
  });

  it("goes back by the same share as the money, to exactly nothing", async () => {
    const one = await invoiced();
    await tell(await one.visitor(), messageOf(one));
    await one.takeUp();
    const before = await books(market.agency.id);
    for (const amountMinor of [1_000, 999, undefined]) {
      await refundInvoice(await market.as.agency(), { id: one.id, amountMinor, reference: "sorry" });
      await one.takeUp();
    }
    const { decisions, state, refundedMinor, payments } = await one.read();
    expect(decisions.map(({ amountMinor }) => amountMinor)).toEqual([375, -125, -125, -125]);
    expect([state, refundedMinor, payments.length]).toEqual(["refunded", 3_000, 4]);
    expect(payments[1]!.creditNote!.code).toMatch(/^CN-\d{6}$/);
    const after = await books(market.agency.id);
    for (const [account, moved] of [
      ["cash", -3_000],
      ["revenue", 3_000],
      ["commission", -375],
      ["commission_owed", 375],
      ["receivable", 0],
    ] as const)
      expect(after[account]! - before[account]!, account).toBe(moved);
    expect(await code(refundInvoice(await market.as.agency(), { id: one.id, reference: "again" }))).toBe(
      "invoice_not_paid",
    );
  });
});

describe("whose money it is", () => {
  it("only the seller says that it came, and gives it back", async () => {
    const agencys = await invoiced();
    const sellers = await invoiced("ofSeller");
    const paid = async (as: keyof Market["as"], { id }: Invoiced) =>
      code(markPaid(await market.as[as](), { id, reference: "x" }));
    expect(await paid("agent", agencys)).toBe("kind_forbidden");
    expect(await paid("seller", agencys)).toBe("not_found");
    expect(await paid("agency", sellers)).toBe("kind_forbidden");
    expect(await paid("seller", sellers)).toBe("done");
  });

  it("two who give back at once never give back more than was paid", async () => {
    const one = await invoiced();
    await tell(await one.visitor(), messageOf(one));
    await one.takeUp();
    const back = async () =>
      refundInvoice(await market.as.agency(), { id: one.id, amountMinor: 2_000, reference: "both" });
    await Promise.all([back(), back()]);
    await Promise.all([one.takeUp(), one.takeUp()]);
    const { refundedMinor, odd } = await one.read();
    expect([refundedMinor, odd.map(({ outcome }) => outcome)]).toEqual([2_000, ["wrong_amount"]]);
  });
});

it("every book is balanced, and what is owed is what the decisions say", async () => {
  const { rows } = await app.admin.query(
    `select l.book_id, l.credit, l.debit, l.amount_minor from ledger_transfers l
     where l.agency_id = $1 and (l.debit like 'commission_owed:%' or l.credit like 'commission_owed:%')`,
    [market.agency.id],
  );
  const owed = rows.reduce(
    (sum, { credit, amount_minor: amount }) =>
      sum + (credit.startsWith("commission_owed") ? 1n : -1n) * BigInt(amount),
    0n,
  );
  const told = await app.admin.query(
    "select sum(amount_minor)::text as sum from commissions where agency_id = $1",
    [market.agency.id],
  );
  expect(String(owed)).toBe(told.rows[0].sum);
});
