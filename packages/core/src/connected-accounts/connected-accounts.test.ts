import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateGatewayAccount } from "../gateway-accounts/update.ts";
import { carryOutRefund } from "../payments/carry-out-refund.ts";
import { receivePayment } from "../payments/receive.ts";
import { refundInvoice } from "../payments/refund.ts";
import { readReseller } from "../resellers/read.ts";
import { type ConnectedSeller, openSeller } from "../testing/connected-seller.ts";
import { contextFor } from "../testing/context.ts";
import { signEvent } from "../testing/fake-stripe.ts";
import { newReseller } from "../testing/reseller.ts";
import {
  codeOf,
  connectSecret,
  openStripeMarket,
  refundObject,
  type StripeMarket,
  secretKey,
  webhookSecret,
} from "../testing/stripe-market.ts";
import { checkConnectedAccount } from "./check.ts";
import { connectAccount } from "./connect.ts";
import { disconnectAccount } from "./disconnect.ts";
import { readConnectedAccount } from "./read.ts";

let stage: StripeMarket;
/** Two that sell for themselves. */
let one: ConnectedSeller;
let other: ConnectedSeller;
beforeAll(async () => {
  stage = await openStripeMarket();
  const { app, market } = stage;
  one = await openSeller(stage, market.seller);
  other = await openSeller(stage, await newReseller(app, market.agency, "Dune Apps", "own_plans"));
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const platformId = (): string => stage.stripe.accountOf(secretKey).id;
const carryOut = (refundId: string) =>
  carryOutRefund(stage.app, { agencyId: stage.market.agency.id, refundId });

describe("connecting", () => {
  it("makes the account once, and by each click a page of its own that leads back to its own host", async () => {
    expect(await readConnectedAccount(await one.ctx(), {})).toMatchObject({
      platformId: platformId(),
      account: null,
    });
    const urls = [];
    for (const _ of [1, 2])
      urls.push((await connectAccount(await one.ctx(), { platformId: platformId() })).url);
    expect(new Set(urls).size).toBe(2);
    const told = stage.stripe.got.filter(({ method }) => method === "POST");
    expect(told.map(({ path }) => path)).toEqual([
      "/v2/core/accounts",
      "/v2/core/account_links",
      "/v2/core/account_links",
    ]);
    const page = `http://${one.host}:3000/settings/connected-account`;
    expect(told[1]!.json.use_case.account_onboarding).toEqual({
      refresh_url: `${page}?link=used`,
      return_url: `${page}/returned`,
    });
    expect(told[0]!.json).toMatchObject({
      dashboard: "full",
      defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
      configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
    });
    expect(await one.account()).toMatchObject({
      state: "unfinished",
      due: ["identity.business_details.address", "configuration.merchant.support.phone"],
      chargesReason: "requirements_past_due",
    });
  });

  it("shows how it is as Stripe says now, on the way back and when it is told, and to its provider the state alone", async () => {
    const seen = async ({ id }: ConnectedSeller = one) =>
      (await readReseller(await stage.market.as.agency(), { id })).onlinePayments;
    expect([await seen(), await seen(other)]).toEqual(["unfinished", "none"]);
    const gatewayId = await one.connect({ charges: true, payouts: false });
    expect(await one.account()).toMatchObject({
      ...{ state: "on", due: [], chargesReason: null },
      ...{ payouts: false, payoutsReason: "requirements_past_due" },
    });
    expect(await seen()).toBe("on");
    stage.stripe.settle(gatewayId, { charges: false, payouts: false });
    const { account } = await checkConnectedAccount(await one.ctx(), { gatewayId });
    expect(account).toMatchObject({ state: "unfinished", charges: false });
    expect(await seen()).toBe("unfinished");
  });

  it("believes no event what it says of an account, and what was asked earlier nothing that was asked later", async () => {
    const { stripe, market } = stage;
    const gatewayId = await one.connect();
    const event = {
      ...stripe.eventOf("account.updated", { id: gatewayId, charges_enabled: false }),
      account: gatewayId,
    };
    for (const _ of [1, 2]) await stage.tell(event);
    expect((await one.account())?.state).toBe("on");
    const early = await contextFor(stage.app, market.agency.host);
    stripe.settle(gatewayId, { charges: true, payouts: false });
    await checkConnectedAccount(await one.ctx(), { gatewayId });
    stripe.settle(gatewayId, { charges: false, payouts: false });
    const call = { id: "", timestamp: "", ...signEvent(event, connectSecret) };
    await receivePayment(early, { provider: "stripe", ...call });
    expect(await one.account()).toMatchObject({ charges: true, payouts: false });
    // What comes last is asked last.
    await stage.tell(event);
    expect((await one.account())?.charges).toBe(false);
    const thin = {
      ...{
        id: "evt_thin",
        object: "v2.core.event",
        type: "v2.core.account[requirements].updated",
        livemode: false,
      },
      ...{
        created: new Date().toISOString(),
        related_object: { id: gatewayId, type: "v2.core.account", url: "/v2" },
      },
    };
    stripe.settle(gatewayId, { charges: true, payouts: true });
    expect(await codeOf(stage.tell(thin, "whsec_ofNobodyAtAll"))).toBe("unauthenticated");
    await stage.tell(thin, connectSecret);
    expect((await one.account())?.state).toBe("on");
  });

  it("is for resellers that sell for themselves, where their provider has set it up", async () => {
    const { market, app } = stage;
    const about = { platformId: platformId() };
    const agent = await market.as.agent();
    expect(await codeOf(readConnectedAccount(agent, {}))).toBe("kind_forbidden");
    expect(await codeOf(connectAccount(agent, about))).toBe("kind_forbidden");
    const unknown = { gatewayId: "acct_nobodysHere" };
    expect(await codeOf(checkConnectedAccount(await other.ctx(), unknown))).toBe("not_connected");
    expect(await codeOf(connectAccount(await other.ctx(), { platformId: "acct_another" }))).toBe(
      "no_platform",
    );
    const gatewayId = await other.connect();
    expect(await codeOf(disconnectAccount(await market.as.seller(), { gatewayId }))).toBe("not_connected");
    await app.admin.query("update gateway_accounts set connect_secrets = null");
    expect((await readConnectedAccount(await other.ctx(), {})).platformId).toBeNull();
    expect(await codeOf(connectAccount(await other.ctx(), about))).toBe("no_platform");
    expect(await (await other.invoiced()).looks()).toMatchObject({ online: false });
    const input = { webhookSecret, connectSecrets: `whsec_anOlderOneOfTheTwo ${connectSecret}` };
    await updateGatewayAccount(await market.as.agency(), input);
    expect(await (await other.invoiced()).looks()).toMatchObject({ online: true });
  });
});

describe("paying", () => {
  it("is charged, asked about and given back in the name of the seller's account", async () => {
    const { stripe } = stage;
    const gatewayId = await one.connect();
    const bill = await one.invoiced();
    stripe.got.length = 0;
    const { payment, event } = stripe.pay(await bill.open());
    await stage.tell(event);
    await bill.takeUp();
    expect((await bill.read()).state).toBe("paid");
    await refundInvoice(await one.ctx(), { id: bill.id, amountMinor: 400, reference: "Late" });
    await carryOut((await bill.read()).refunds[0]!.id);
    await bill.takeUp();
    // The rest by its holder, at Stripe itself: there the invoice stands on the payment alone.
    await stage.tell({
      ...stripe.eventOf("refund.created", refundObject(payment.id, 600)),
      account: gatewayId,
    });
    await bill.takeUp();
    expect((await bill.read()).state).toBe("refunded");
    expect(stripe.got.map(({ path, headers }) => [path.split("/")[2], headers["stripe-account"]])).toEqual([
      ["checkout", gatewayId],
      ["refunds", gatewayId],
      ["payment_intents", gatewayId],
    ]);
  });

  it("an account's events settle no invoice of another seller, whoever signed them and whatever they say", async () => {
    const { stripe } = stage;
    const [mine, theirs] = [await one.connect(), await other.connect()];
    const [own, foreign, agencys] = [
      await one.invoiced(),
      await other.invoiced(),
      await stage.invoiced("direct"),
    ];
    const { event } = stripe.pay(await own.open());
    const about = (invoiceId: string, account: string | undefined = mine) => {
      const told = structuredClone(event);
      told.data.object.metadata.invoice_id = invoiceId;
      told.data.object.amount_total = invoiceId === agencys.id ? 3_000 : 1_000;
      return account ? { ...told, account } : { ...told, account: undefined };
    };
    const asPlatform = about(own.id, undefined);
    delete (asPlatform as { account?: string }).account;
    const refused: [object, string | undefined, string][] = [
      [about(foreign.id), undefined, "not_found"],
      [about(agencys.id), undefined, "not_found"],
      [about(own.id, theirs), undefined, "not_found"],
      [asPlatform, webhookSecret, "not_found"],
      [about(own.id), webhookSecret, "unauthenticated"],
      [asPlatform, connectSecret, "unauthenticated"],
      [about(own.id, "acct_nobodysHere"), undefined, "done"],
      [{ ...about(own.id), livemode: true }, undefined, "done"],
    ];
    for (const [said, secret, code] of refused) expect(await codeOf(stage.tell(said, secret))).toBe(code);
    for (const invoice of [own, foreign, agencys]) await invoice.takeUp();
    expect([(await own.read()).state, (await foreign.read()).state, (await agencys.read()).state]).toEqual(
      Array(3).fill("open"),
    );
    await stage.tell(event);
    await own.takeUp();
    expect((await own.read()).state).toBe("paid");
    // Nor do they end a refund of another's.
    await refundInvoice(await one.ctx(), { id: own.id, reference: "Late" });
    const refund = (await own.read()).refunds[0]!;
    const metadata = { refund_id: refund.id, invoice_id: own.id };
    const failed = stripe.eventOf("refund.failed", {
      ...refundObject("pi_x", 1),
      status: "failed",
      metadata,
    });
    expect(await codeOf(stage.tell({ ...failed, account: theirs }))).toBe("not_found");
    expect(await codeOf(stage.tell(failed))).toBe("not_found");
    expect((await own.read()).refunds).toMatchObject([{ state: "asked" }]);
  });

  it("is by transfer alone while Stripe lets the account take nothing", async () => {
    const { stripe } = stage;
    const gatewayId = await one.connect({ charges: false, payouts: false });
    const bill = await one.invoiced();
    expect(await bill.looks()).toMatchObject({ online: false });
    expect(await codeOf(bill.open())).toBe("no_gateway");
    await stage.tell(stripe.settle(gatewayId, { charges: true, payouts: false }));
    expect(await bill.looks()).toMatchObject({ online: true });
    await stage.tell(stripe.settle(gatewayId, { charges: false, payouts: false }));
    expect(await bill.looks()).toMatchObject({ online: false });
  });
});
