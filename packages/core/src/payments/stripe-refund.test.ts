import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, openStripeMarket, refundObject, type StripeMarket } from "../testing/stripe-market.ts";
import { carryOutRefund } from "./carry-out-refund.ts";
import { giveBackSurplus } from "./give-back.ts";
import { refundInvoice } from "./refund.ts";
import { retryRefund } from "./retry-refund.ts";

let stage: StripeMarket;
beforeAll(async () => {
  stage = await openStripeMarket();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

type Paid = Awaited<ReturnType<StripeMarket["paid"]>>;
const refundOf = async (one: Paid) => (await one.read()).refunds[0]!;
const carryOut = (refundId: string) =>
  carryOutRefund(stage.app, { agencyId: stage.market.agency.id, refundId });

describe("a refund", () => {
  const ask = async (one: Paid, amountMinor?: number) =>
    refundInvoice(await stage.market.as.agency(), { id: one.id, amountMinor, reference: "Outage" });

  it("is asked of Stripe, and credited when it has gone through", async () => {
    const one = await stage.paid();
    await ask(one, 1_200);
    expect(await one.read()).toMatchObject({
      refundedMinor: 0,
      refunds: [{ state: "asked", reason: "Outage" }],
    });
    const { id } = await refundOf(one);
    await carryOut(id);
    expect(stage.stripe.got[0]).toMatchObject({
      path: "/v1/refunds",
      fields: { payment_intent: one.payment.id, amount: "1200", "metadata[refund_id]": id },
    });
    expect(stage.stripe.got[0]!.headers["idempotency-key"]).toBe(`refund_${id}_0`);
    await one.takeUp();
    const { refundedMinor, refunds, creditNotes } = await one.read();
    expect([refundedMinor, refunds, creditNotes.length]).toEqual([1_200, [], 1]);
  });

  it.each(["the answer first", "the webhook first", "the job again after both"])(
    "is credited once, with %s",
    async (order) => {
      const one = await stage.paid();
      await ask(one, 500);
      const { id } = await refundOf(one);
      stage.stripe.state.refundStatus = "pending";
      await carryOut(id);
      expect((await one.read()).refunds).toMatchObject([{ state: "asked", failure: null }]);
      const told = [...stage.stripe.got].at(-1)!;
      const key = String(told.headers["idempotency-key"]);
      const object = {
        ...refundObject(one.payment.id, 500),
        metadata: { invoice_id: one.id, refund_id: id },
      };
      const event = stage.stripe.eventOf("refund.updated", object);
      stage.stripe.answerOf(key, object);
      const steps = { answer: () => carryOut(id), webhook: () => stage.tell(event) };
      if (order === "the answer first") {
        await steps.answer();
        await one.takeUp();
        await steps.webhook();
      } else {
        await steps.webhook();
        await one.takeUp();
        await steps.answer();
      }
      if (order === "the job again after both") await steps.answer();
      await one.takeUp();
      const { refundedMinor, creditNotes, refunds } = await one.read();
      expect([refundedMinor, creditNotes.length, refunds]).toEqual([500, 1, []]);
    },
  );

  it("that fails says why, and can be tried again as a new request", async () => {
    const one = await stage.paid();
    await ask(one);
    const { id } = await refundOf(one);
    stage.stripe.state.fail = () => 400;
    await carryOut(id);
    expect((await one.read()).refunds).toMatchObject([{ state: "failed", failure: "refused" }]);
    stage.stripe.state.fail = () => 403;
    await retryRefund(await stage.market.as.agency(), { id });
    await carryOut(id);
    expect((await one.read()).refunds).toMatchObject([{ state: "failed", failure: "key_refused" }]);
    stage.stripe.state.fail = () => undefined;
    await retryRefund(await stage.market.as.agency(), { id });
    await carryOut(id);
    expect(stage.stripe.got.at(-1)!.headers["idempotency-key"]).toBe(`refund_${id}_2`);
    await one.takeUp();
    expect(await one.read()).toMatchObject({ state: "refunded", refunds: [] });
  });

  it("is tried again under the same key while Stripe cannot be reached, and is given back once", async () => {
    const one = await stage.paid();
    await ask(one, 700);
    const { id } = await refundOf(one);
    stage.stripe.state.fail = () => 500;
    await expect(carryOut(id)).rejects.toMatchObject({ code: "gateway_unreachable" });
    expect((await one.read()).refunds).toMatchObject([{ state: "asked", failure: "unreachable" }]);
    stage.stripe.state.fail = () => undefined;
    await Promise.all([carryOut(id), carryOut(id)]);
    await carryOut(id);
    expect(new Set(stage.stripe.got.map(({ headers }) => headers["idempotency-key"]))).toEqual(
      new Set([`refund_${id}_0`]),
    );
    await one.takeUp();
    expect((await one.read()).refundedMinor).toBe(700);
    expect(stage.stripe.payments.get(one.payment.id)!.refunded).toBe(700);
  });

  it("given up by Stripe later says so", async () => {
    const one = await stage.paid();
    await ask(one);
    const { id } = await refundOf(one);
    stage.stripe.state.refundStatus = "pending";
    await carryOut(id);
    const object = { ...refundObject(one.payment.id, 3_000), status: "failed" };
    const metadata = { invoice_id: one.id, refund_id: id };
    await stage.tell(stage.stripe.eventOf("refund.failed", { ...object, metadata }));
    expect((await one.read()).refunds).toMatchObject([{ state: "failed", failure: "refused" }]);
  });

  it("cannot be asked for twice over", async () => {
    const one = await stage.paid();
    await ask(one, 2_000);
    expect(await codeOf(ask(one, 1_001))).toBe("refund_high");
    await ask(one);
    expect(await codeOf(ask(one))).toBe("refund_under_way");
  });

  it("of what came too much is asked of the payment it came by, once, and credits nothing", async () => {
    const one = await stage.invoiced();
    const [first, second] = [
      stage.stripe.pay(await one.open()),
      stage.stripe.pay(await one.open("b@cove.example")),
    ];
    for (const { event } of [first, second]) await stage.tell(event);
    await one.takeUp();
    const [surplus] = (await one.read()).surpluses;
    expect(surplus).toMatchObject({ provider: "stripe", reference: second.payment.id, leftMinor: 3_000 });
    const back = async () =>
      giveBackSurplus(await stage.market.as.agency(), { id: surplus!.id, reference: "Paid twice" });
    const answers = await Promise.all([codeOf(back()), codeOf(back())]);
    expect(answers.toSorted()).toEqual(["done", "refund_under_way"]);
    // What is the invoice's own can still be given back beside it.
    await ask({ ...one, payment: first.payment }, 1_000);
    stage.stripe.got.length = 0;
    const { refunds } = await one.read();
    for (const { id } of refunds) await carryOut(id);
    expect(stage.stripe.got.map(({ fields }) => [fields.payment_intent, fields.amount])).toEqual(
      expect.arrayContaining([
        [second.payment.id, "3000"],
        [first.payment.id, "1000"],
      ]),
    );
    await one.takeUp();
    const { refundedMinor, creditNotes, surpluses, payments } = await one.read();
    expect([refundedMinor, creditNotes.length, surpluses[0]!.leftMinor]).toEqual([1_000, 1, 0]);
    expect(payments.map(({ kind }) => kind).toSorted()).toEqual([
      "payment",
      "refund",
      "surplus",
      "surplus_back",
    ]);
    expect(await codeOf(back())).toBe("invoice_not_paid");
  });

  it("of a second payment, made at Stripe itself, is told as that and credits nothing", async () => {
    const one = await stage.invoiced();
    const [first, second] = [
      stage.stripe.pay(await one.open()),
      stage.stripe.pay(await one.open("b@cove.example")),
    ];
    await stage.tell(first.event);
    await one.takeUp();
    // Its end is told before its beginning.
    await stage.tell(stage.stripe.eventOf("refund.created", refundObject(second.payment.id, 3_000)));
    await one.takeUp();
    expect(await one.read()).toMatchObject({ refundedMinor: 0, pending: false });
    await stage.tell(second.event);
    await one.takeUp();
    expect(await one.read()).toMatchObject({
      refundedMinor: 0,
      creditNotes: [],
      surpluses: [{ leftMinor: 0 }],
    });
  });

  it("made at Stripe itself is credited too, and a lost dispute is all that is left", async () => {
    const one = await stage.paid();
    await stage.tell(stage.stripe.eventOf("refund.created", refundObject(one.payment.id, 900)));
    await one.takeUp();
    expect((await one.read()).refundedMinor).toBe(900);
    const dispute = { id: "dp_1", amount: 2_100, currency: "eur", payment_intent: one.payment.id };
    await stage.tell(
      stage.stripe.eventOf("charge.dispute.closed", { ...dispute, id: "dp_0", status: "won" }),
    );
    await one.takeUp();
    expect((await one.read()).refundedMinor).toBe(900);
    await stage.tell(stage.stripe.eventOf("charge.dispute.closed", { ...dispute, status: "lost" }));
    await one.takeUp();
    const { state, payments } = await one.read();
    expect([state, payments.map(({ kind }) => kind)]).toEqual([
      "refunded",
      ["payment", "refund", "charge_back"],
    ]);
  });
});
