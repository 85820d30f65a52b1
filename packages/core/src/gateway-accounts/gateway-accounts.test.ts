import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { carryOutRefund } from "../payments/carry-out-refund.ts";
import { refundInvoice } from "../payments/refund.ts";
import { retryRefund } from "../payments/retry-refund.ts";
import { newMarket } from "../testing/market.ts";
import {
  codeOf,
  openStripeMarket,
  type StripeMarket,
  secretKey,
  webhookSecret,
} from "../testing/stripe-market.ts";
import { checkGatewayAccount } from "./check.ts";
import { readGatewayAccount } from "./read.ts";
import { removeGatewayAccount } from "./remove.ts";
import { updateGatewayAccount } from "./update.ts";

let stage: StripeMarket;
beforeAll(async () => {
  stage = await openStripeMarket();
});
/** The number of the one account of whoever has the key. */
const gatewayId = async () =>
  (await readGatewayAccount(await stage.market.as.agency(), {})).account!.gatewayId;
beforeEach(() => stage.reset());
afterAll(() => stage.close());

describe("the account", () => {
  it("shows no more of a key than its last four, wherever one looks", async () => {
    const { account, hook } = await readGatewayAccount(await stage.market.as.agency(), {});
    expect(account).toMatchObject({ name: "Nova Chat Ltd", charges: true, lastFour: "AbCd" });
    expect(hook.url).toBe(`http://${stage.market.agency.host}:3000/api/hooks/payments/stripe`);
    const { rows } = await stage.app.admin.query(
      "select row_to_json(a)::text as told from audit_entries a union all select row_to_json(g)::text from gateway_accounts g",
    );
    const everywhere = [
      JSON.stringify({ account, hook }),
      ...stage.app.logged,
      ...rows.map(({ told }) => told),
    ].join();
    const hidden = [secretKey, webhookSecret].flatMap((one) => [one, Buffer.from(one).toString("hex")]);
    for (const one of hidden) expect(everywhere).not.toContain(one);
    expect(everywhere).toContain("gateway-account");
  });

  it.each([
    [{ secretKey: "pk_test_notsecret", webhookSecret }, "gateway_key_wrong"],
    [{ secretKey: "sk_live_51NovaRealMoney", webhookSecret }, "gateway_key_live"],
    [{ secretKey: "sk_test_nobodys", webhookSecret }, "gateway_key_refused"],
    [{ secretKey, webhookSecret: "secret" }, "gateway_hook_wrong"],
  ])("refuses %o", async (input, told) => {
    expect(await codeOf(updateGatewayAccount(await stage.market.as.agency(), input))).toBe(told);
  });

  it("keeps what is left out, wants both the first time, and tells no key in an error", async () => {
    const { agency } = await newMarket(stage.app);
    expect(await codeOf(updateGatewayAccount(await agency.ctx(), { secretKey }))).toBe("required");
    expect(await codeOf(updateGatewayAccount(await agency.ctx(), { webhookSecret }))).toBe("required");
    expect(await codeOf(checkGatewayAccount(await agency.ctx(), { gatewayId: await gatewayId() }))).toBe(
      "no_gateway_account",
    );
    await updateGatewayAccount(await agency.ctx(), { secretKey, webhookSecret });
    await updateGatewayAccount(await agency.ctx(), { webhookSecret: "whsec_rotatedLater" });
    stage.stripe.state.fail = () => 500;
    const failed = await checkGatewayAccount(await agency.ctx(), { gatewayId: await gatewayId() }).catch(
      (error) => error,
    );
    expect(failed.code).toBe("gateway_unreachable");
    expect(JSON.stringify([failed, failed.message, failed.cause, String(failed.cause)])).not.toContain(
      "sk_test",
    );
    stage.stripe.state.fail = () => undefined;
    expect(
      (await checkGatewayAccount(await agency.ctx(), { gatewayId: await gatewayId() })).account?.lastFour,
    ).toBe("AbCd");
  });

  it("says when Stripe does not let it take payments, and that it does again", async () => {
    const check = async () =>
      checkGatewayAccount(await stage.market.as.agency(), { gatewayId: await gatewayId() });
    stage.stripe.accountOf(secretKey).charges_enabled = false;
    expect((await check()).account?.charges).toBe(false);
    expect((await readGatewayAccount(await stage.market.as.agency(), {})).account?.charges).toBe(false);
    stage.stripe.accountOf(secretKey).charges_enabled = true;
    expect((await check()).account?.charges).toBe(true);
    const { rows } = await stage.app.admin.query(
      "select after->>'charges' as charges from audit_entries where action = 'gateway-account.check' order by at",
    );
    expect(rows).toEqual([{ charges: "false" }, { charges: "true" }]);
  });

  it("removed takes no payment and believes no call; a refund fails until there are keys again", async () => {
    const one = await stage.paid();
    const ctx = await stage.market.as.agency();
    await refundInvoice(ctx, { id: one.id, reference: "Late" });
    const { event } = stage.stripe.pay(await (await stage.invoiced()).open());
    await removeGatewayAccount(await stage.market.as.agency(), { gatewayId: await gatewayId() });
    const { id } = (await one.read()).refunds[0]!;
    await carryOutRefund(stage.app, { agencyId: stage.market.agency.id, refundId: id });
    expect((await one.read()).refunds).toMatchObject([{ state: "failed", failure: "no_account" }]);
    expect(await codeOf(stage.tell(event))).toBe("no_gateway");
    const next = await stage.invoiced();
    expect(await next.open()).toMatch(/^\/pay\/gateway\//);
    await updateGatewayAccount(await stage.market.as.agency(), { secretKey, webhookSecret });
    await retryRefund(await stage.market.as.agency(), { id });
    await carryOutRefund(stage.app, { agencyId: stage.market.agency.id, refundId: id });
    await one.takeUp();
    expect((await one.read()).state).toBe("refunded");
  });
});
