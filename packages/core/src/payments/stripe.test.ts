import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateGatewayAccount } from "../gateway-accounts/update.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { signEvent } from "../testing/fake-stripe.ts";
import { contextFor } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import {
  codeOf,
  openStripeMarket,
  refundObject,
  type StripeMarket,
  secretKey,
  webhookSecret,
} from "../testing/stripe-market.ts";
import { receivePayment } from "./receive.ts";

let stage: StripeMarket;
beforeAll(async () => {
  stage = await openStripeMarket();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

describe("checkout", () => {
  it("asks Stripe for what is owed and leads to its page; the webhook alone makes it paid", async () => {
    const one = await stage.invoiced();
    const token = await one.token();
    const session = await one.open("boss@cove.example");
    expect(stage.stripe.got).toHaveLength(1);
    const { fields, headers } = stage.stripe.got[0]!;
    const address = `http://${stage.market.agent.host}:3000/pay/${token}`;
    expect(fields).toMatchObject({
      ...{ mode: "payment", "metadata[invoice_id]": one.id, customer_email: "boss@cove.example" },
      "line_items[0][price_data][currency]": "eur",
      "line_items[0][price_data][unit_amount]": "3000",
      "payment_intent_data[metadata][invoice_id]": one.id,
      ...{ success_url: `${address}?answer=paid`, cancel_url: address },
    });
    expect(headers.authorization).toBe(`Bearer ${secretKey}`);
    expect(headers["idempotency-key"]).toMatch(/^[0-9a-f]{64}$/);
    const { event, payment } = stage.stripe.pay(session);
    expect(await openPaymentLink(await one.visitor(), { token })).toMatchObject({
      state: "open",
      ...{ pending: false, online: true },
    });
    await stage.tell(event);
    expect((await one.read()).pending).toBe(true);
    await one.takeUp();
    const { state, payments } = await one.read();
    expect(state).toBe("paid");
    expect(payments).toMatchObject([
      { provider: "stripe", reference: payment.id, amountMinor: 3_000, payerEmail: "boss@cove.example" },
    ]);
  });

  it("is one page for whoever presses twice, and another once that one was used up", async () => {
    const one = await stage.invoiced();
    const first = await one.open();
    expect(await one.open()).toBe(first);
    Object.assign(stage.stripe.sessions.get(first)!, { status: "expired", url: null });
    const second = await one.open();
    expect(second).not.toBe(first);
    expect(await one.open()).toBe(second);
  });

  it.each([
    ["refuses", 400, "gateway_refused"],
    ["does not take the key", 401, "gateway_refused"],
    ["has no money to move", 402, "gateway_refused"],
    ["is asked too often", 429, "gateway_unreachable"],
    ["is broken", 500, "gateway_unreachable"],
  ])("says so when Stripe %s, and nothing is charged", async (_what, status, told) => {
    const one = await stage.invoiced();
    stage.stripe.state.fail = () => status;
    expect(await codeOf(one.open())).toBe(told);
    stage.stripe.state.fail = () => undefined;
    expect(await one.read()).toMatchObject({ state: "open", pending: false });
    expect(await codeOf(one.open())).toBe("done");
  });

  it("holds no connection to the database while Stripe is slow", async () => {
    const one = await stage.invoiced();
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    stage.stripe.state.fail = () => {
      asked();
      return "silence";
    };
    const opening = codeOf(one.open());
    await isAsked;
    const { rows } = await stage.app.admin.query(
      "select 1 from pg_stat_activity where datname = current_database() and xact_start is not null and usename = 'tn_web'",
    );
    expect(rows).toEqual([]);
    stage.stripe.hangUp();
    expect(await opening).toBe("gateway_unreachable");
  });

  it("is the agency's account's alone: an own-plan reseller's invoices are not paid into it", async () => {
    const one = await stage.invoiced("ofSeller");
    expect(await one.open()).toMatch(/^\/pay\/gateway\//);
    expect(stage.stripe.got).toEqual([]);
    const agencys = await stage.invoiced();
    const { event } = stage.stripe.pay(await agencys.open());
    event.data.object.metadata.invoice_id = one.id;
    expect(await codeOf(stage.tell(event))).toBe("not_found");
    await one.takeUp();
    expect((await one.read()).state).toBe("open");
  });
});

describe("what Stripe tells", () => {
  it("counts once, however often, in which events and at once it comes", async () => {
    const one = await stage.invoiced();
    const { event } = stage.stripe.pay(await one.open());
    const again = { ...event, id: "evt_again", type: "checkout.session.async_payment_succeeded" };
    await Promise.all([event, event, again, event, again].map((each) => stage.tell(each)));
    await Promise.all([one.takeUp(), one.takeUp()]);
    const { payments, state, odd } = await one.read();
    expect([payments.length, state, odd]).toEqual([1, "paid", []]);
  });

  it("of a bank debit is that it is on its way until the money came, and can be that none did", async () => {
    const one = await stage.invoiced();
    const { event } = stage.stripe.pay(await one.open(), { later: true });
    // Whatever host it is told at.
    await stage.tell(event, webhookSecret, stage.market.agent.host);
    await one.takeUp();
    const onItsWay = { provider: "stripe", amountMinor: 3_000, currency: "EUR" };
    expect(await one.read()).toMatchObject({ state: "open", pending: false, coming: [onItsWay] });
    const object = event.data.object;
    await stage.tell({ ...event, id: "evt_no", type: "checkout.session.async_payment_failed" });
    await one.takeUp();
    expect(await one.read()).toMatchObject({ state: "open", coming: [], comingSince: null });
    // What is told late of what is over changes nothing.
    await stage.tell({ ...event, id: "evt_again" });
    await one.takeUp();
    expect(await one.read()).toMatchObject({ coming: [], comingSince: null });
    const went = { object: { ...object, payment_status: "paid" } };
    await stage.tell({
      ...event,
      id: "evt_yes",
      type: "checkout.session.async_payment_succeeded",
      data: went,
    });
    await one.takeUp();
    expect((await one.read()).state).toBe("paid");
  });

  it.each([
    ["signed with another secret", (event: object) => stage.tell(event, "whsec_another")],
    [
      "told to another agency",
      async (event: object) => stage.tell(event, webhookSecret, (await other()).agency.host),
    ],
  ])("is not believed when %s", async (_how, told) => {
    const one = await stage.invoiced();
    const { event } = stage.stripe.pay(await one.open());
    expect(await codeOf(told(event))).toBe("unauthenticated");
    await one.takeUp();
    expect((await one.read()).state).toBe("open");
  });

  it("is not believed when old, changed or unsigned", async () => {
    const { event } = stage.stripe.pay(await (await stage.invoiced()).open());
    const call = signEvent(event, webhookSecret);
    const told = async (more: Partial<typeof call>) =>
      codeOf(
        receivePayment(await contextFor(stage.app, stage.market.agency.host), {
          ...{ provider: "stripe", id: "", timestamp: "" },
          ...{ ...call, ...more },
        }),
      );
    expect(await told({ body: call.body.replace("3000", "1000") })).toBe("unauthenticated");
    expect(await told({ signature: "" })).toBe("unauthenticated");
    expect(await told(signEvent(event, webhookSecret, Math.floor(Date.now() / 1_000) - 301))).toBe(
      "unauthenticated",
    );
    expect(await told({})).toBe("done");
  });

  it.each([
    ["amount", { amount_total: 2_999 }],
    ["currency", { currency: "usd" }],
  ])("of another %s is kept and not acted on", async (_what, more) => {
    const one = await stage.invoiced();
    const { event } = stage.stripe.pay(await one.open());
    Object.assign(event.data.object, more);
    await stage.tell(event);
    await one.takeUp();
    const { state, odd } = await one.read();
    expect([state, odd.map(({ outcome }) => outcome)]).toEqual(["open", ["wrong_amount"]]);
  });

  it("about what was never an invoice here, or is new to us, is taken and changes nothing", async () => {
    const before = await events();
    const { event, payment } = stage.stripe.pay(await (await stage.invoiced()).open());
    event.data.object.metadata = {};
    payment.metadata = {} as never;
    await stage.tell(event);
    await stage.tell(stage.stripe.eventOf("invoice.finalized", { id: "in_1" }));
    await stage.tell(stage.stripe.eventOf("refund.created", refundObject(payment.id, 5)));
    expect(await events()).toBe(before);
  });
});

const events = async () =>
  (await stage.app.admin.query("select count(*)::int as count from payment_events")).rows[0].count;
/** An agency with a key of its own, and another signing secret. */
async function other() {
  const market = await newMarket(stage.app);
  await updateGatewayAccount(await market.agency.ctx(), { secretKey, webhookSecret: "whsec_othersOnly" });
  return market;
}
