import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeGatewayAccount } from "../gateway-accounts/remove.ts";
import { updateGatewayAccount } from "../gateway-accounts/update.ts";
import { carryOutRefund } from "../payments/carry-out-refund.ts";
import { refundInvoice } from "../payments/refund.ts";
import { retryRefund } from "../payments/retry-refund.ts";
import { type ConnectedSeller, openSeller } from "../testing/connected-seller.ts";
import {
  connectSecret,
  openStripeMarket,
  type StripeMarket,
  secretKey,
  webhookSecret,
} from "../testing/stripe-market.ts";
import { checkConnectedAccount } from "./check.ts";
import { connectAccount } from "./connect.ts";
import { disconnectAccount } from "./disconnect.ts";
import { readConnectedAccount } from "./read.ts";

let stage: StripeMarket;
let one: ConnectedSeller;
beforeAll(async () => {
  stage = await openStripeMarket();
  const { market } = stage;
  one = await openSeller(stage, market.seller);
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const platformId = (): string => stage.stripe.accountOf(secretKey).id;
const carryOut = (refundId: string) =>
  carryOutRefund(stage.app, { agencyId: stage.market.agency.id, refundId });

describe("the end of a connected account", () => {
  it("disconnected it takes no new payments; what is open is booked, what was paid given back, and it can come back", async () => {
    const { stripe } = stage;
    const gatewayId = await one.connect();
    const bill = await one.invoiced();
    const session = await bill.open();
    await disconnectAccount(await one.ctx(), { gatewayId });
    expect((await one.account())?.state).toBe("ended");
    // A test agency's built-in gateway takes its place.
    expect(await (await one.invoiced()).open()).toMatch(/^\/pay\/gateway\//);
    await stage.tell(stripe.pay(session).event);
    await bill.takeUp();
    await refundInvoice(await one.ctx(), { id: bill.id, reference: "Late" });
    await carryOut((await bill.read()).refunds[0]!.id);
    await bill.takeUp();
    expect((await bill.read()).state).toBe("refunded");
    await connectAccount(await one.ctx(), { platformId: platformId() });
    expect(await one.account()).toMatchObject({ gatewayId, state: "on" });
  });

  it("is out of reach while its provider has no account or another, and says so; nothing is given back elsewhere", async () => {
    const { stripe, market } = stage;
    const first = await one.connect();
    const bill = await one.invoiced();
    await stage.tell(stripe.pay(await bill.open()).event);
    await bill.takeUp();
    await refundInvoice(await one.ctx(), { id: bill.id, reference: "Late" });
    const { id } = (await bill.read()).refunds[0]!;
    const remove = { gatewayId: stripe.accountOf(secretKey).id };
    await removeGatewayAccount(await market.as.agency(), remove);
    expect(await readConnectedAccount(await one.ctx(), {})).toMatchObject({
      platformId: null,
      account: { gatewayId: first, state: "unreachable" },
    });
    await carryOut(id);
    expect((await bill.read()).refunds).toMatchObject([{ state: "failed", failure: "no_account" }]);
    const another = "sk_test_51AnotherPlatformEfGh";
    stripe.addAccount(another);
    const keys = { webhookSecret, connectSecrets: connectSecret };
    await updateGatewayAccount(await market.as.agency(), { ...keys, secretKey: another });
    expect((await one.account())?.state).toBe("unreachable");
    const second = await one.connect();
    expect(second).not.toBe(first);
    await retryRefund(await one.ctx(), { id });
    await carryOut(id);
    expect((await bill.read()).refunds).toMatchObject([{ state: "failed", failure: "refused" }]);
    await updateGatewayAccount(await market.as.agency(), { ...keys, secretKey });
    expect(await one.account()).toMatchObject({ gatewayId: first, state: "on" });
    await retryRefund(await one.ctx(), { id });
    await carryOut(id);
    await bill.takeUp();
    expect((await bill.read()).state).toBe("refunded");
  });

  it("closed at Stripe it is gone, and another can be connected in its place", async () => {
    const gatewayId = await one.connect();
    stage.stripe.connected.get(gatewayId)!.closed = true;
    expect((await checkConnectedAccount(await one.ctx(), { gatewayId })).account?.state).toBe("gone");
    await connectAccount(await one.ctx(), { platformId: platformId() });
    const after = await one.account();
    expect(after?.state).toBe("unfinished");
    expect(after?.gatewayId).not.toBe(gatewayId);
  });
});
