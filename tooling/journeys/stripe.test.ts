import { send } from "@tenantry/api/testing/web";
import { readGatewayAccount } from "@tenantry/core/gateway-accounts/read";
import { readInvoice } from "@tenantry/core/invoices/read";
import { type FakeStripe, openFakeStripe, signEvent } from "@tenantry/core/testing/fake-stripe";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { afterAll, beforeAll, expect, it } from "vitest";
import { carryOutPayments } from "./support/payments.ts";
import { sell } from "./support/sales.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let market: Market;
let stripe: FakeStripe;
const secretKey = "sk_test_51NovaJourneyWxYz";
const webhookSecret = "whsec_novaJourneyOnly";
const connectSecret = "whsec_novaConnectJourney";
beforeAll(async () => {
  market = await newMarket(world.app);
  stripe = await openFakeStripe();
  Object.assign(world.app.config, { stripeBaseUrl: stripe.baseUrl });
  stripe.addAccount(secretKey);
  // As Stripe does: to the address that stands in its settings, signed.
  stripe.state.deliver = async (event) => {
    const { body, signature } = signEvent(event, event.account ? connectSecret : webhookSecret);
    const headers = { "stripe-signature": signature };
    const path = "/api/hooks/payments/stripe";
    const answer = await send(world.port, market.agency.host, path, { body, headers, machine: true });
    expect(answer.status).toBe(204);
  };
});
afterAll(() => stripe.close());

it("connects an account at Stripe, says what is wrong with a key, and never shows it again", async () => {
  const page = await world.visitor(market.agency.host, { session: market.agency.owner.session });
  await visit(page, "/settings/profile");
  await page.locator(".tabs").getByRole("link", { name: "Online payments" }).click();
  await page.getByText("No account is connected.").waitFor();
  const key = page.getByLabel("Secret key");
  const signing = page.getByLabel("Signing secret of the webhook");
  await key.fill("sk_live_51RealMoney");
  await signing.fill(webhookSecret);
  await page.getByRole("button", { name: "Connect" }).click();
  await page.locator(".msg.err", { hasText: "This key takes real money" }).waitFor();
  await key.fill(secretKey);
  await signing.fill(webhookSecret);
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByText("Online payments saved").waitFor();
  await page.getByText("ends in WxYz").waitFor();
  expect([await key.inputValue(), await signing.inputValue()]).toEqual(["", ""]);
  await page.getByText("Takes payments", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Test connection" }).click();
  await page.getByText("Stripe answered").waitFor();
  const html = await page.content();
  expect(html).not.toContain(secretKey);
  expect(html).not.toContain(webhookSecret);
});

it("is paid at Stripe by whoever has the link, refunded, and tried again when Stripe refused", async () => {
  const { host, path, id } = await sell(market);
  const page = await world.visitor(host, { beyond: stripe.baseUrl });
  await page.goto(path);
  stripe.state.fail = () => 500;
  await page.getByRole("button", { name: "Pay €30.00" }).click();
  await page.getByText("The payment service cannot be reached right now. Nothing has been charged").waitFor();
  stripe.state.fail = () => undefined;
  await page.getByRole("button", { name: "Pay €30.00" }).click();
  await page.getByRole("heading", { name: "Pay 3000 eur" }).waitFor();
  expect(page.url()).toContain(stripe.baseUrl);
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("button", { name: "Pay €30.00" }).click();
  await page.getByLabel("Email").fill("payer@cove.example");
  await page.getByRole("button", { name: "Pay now" }).click();
  await page.getByRole("heading", { name: "The payment is on its way" }).waitFor();
  expect(new URL(page.url()).hostname).toBe(host);
  await carryOutPayments(world.app);
  await page.getByRole("heading", { name: "Receipt" }).waitFor();

  const owner = await world.visitor(market.agency.host, { session: market.agency.owner.session });
  await visit(owner, `/invoices/${id}`);
  await owner.getByRole("link", { name: "Refund" }).click();
  await owner.getByText("Stripe gives the money back to where it came from.").waitFor();
  await owner.getByRole("textbox", { name: /^Reference/ }).fill("Outage in May");
  await owner.getByRole("dialog").getByRole("button", { name: "Refund" }).click();
  await owner.getByText("€30.00 is being given back by Stripe").waitFor();
  stripe.state.fail = () => 400;
  await carryOutPayments(world.app);
  await owner.reload();
  await owner.getByText("Stripe did not give back €30.00").waitFor();
  stripe.state.fail = () => undefined;
  await owner.getByRole("link", { name: "Try again" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
  await owner.getByText("Stripe is asked again").waitFor();
  await carryOutPayments(world.app);
  const { state, refunds } = await readInvoice(await market.as.agency(), { id });
  expect([state, refunds]).toEqual(["refunded", []]);
});

it("connects a reseller's own account, left halfway and gone on with, is paid into it, and disconnects it", async () => {
  const owner = await world.visitor(market.agency.host, { session: market.agency.owner.session });
  await visit(owner, "/settings/gateway-account");
  await owner.getByText("Cannot be connected yet").waitFor();
  await owner.getByLabel("Signing secrets for connected accounts").fill(connectSecret);
  await owner.getByRole("button", { name: "Save changes" }).click();
  await owner.getByText("Can be connected").waitFor();

  const { host, owner: holder } = market.seller;
  const page = await world.visitor(host, { session: holder.session, beyond: stripe.baseUrl });
  await visit(page, "/settings/profile");
  await page.locator(".tabs").getByRole("link", { name: "Online payments" }).click();
  await page.getByText("No account is connected.").waitFor();
  await page.getByRole("button", { name: "Connect with Stripe" }).click();
  await page.getByRole("heading", { name: "Set up your account" }).waitFor();
  const spent = page.url();
  await page.getByRole("button", { name: "Save for later" }).click();
  await page.getByText("Back from Stripe").waitFor();
  await page.getByText("business details: address").waitFor();
  await page.goto(spent);
  await page.getByText("That page at Stripe was good for one visit").waitFor();
  expect(new URL(page.url()).hostname).toBe(host);
  const { path, id } = await sell(market, "ofSeller");
  const payer = await world.visitor(host, { beyond: stripe.baseUrl });
  await page.getByRole("button", { name: "Go on at Stripe" }).click();
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByText("Takes payments", { exact: true }).first().waitFor();
  await visit(owner, `/resellers/${market.seller.id}`);
  await owner.getByText("Its customers pay its invoices at Stripe, into its own account.").waitFor();

  await payer.goto(path);
  await payer.getByRole("button", { name: /^Pay €/ }).click();
  await payer.getByRole("button", { name: "Pay now" }).click();
  await payer.getByRole("heading", { name: "The payment is on its way" }).waitFor();
  await carryOutPayments(world.app);
  expect((await readInvoice(await market.as.seller(), { id })).state).toBe("paid");

  await visit(page, "/settings/connected-account");
  await page.getByRole("link", { name: "Disconnect" }).click();
  await page.getByText("What was paid stays paid, and can still be refunded here.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await page.getByText("Account at Stripe disconnected").waitFor();
  await page.getByRole("button", { name: "Connect again" }).waitFor();
  const agent = await world.visitor(market.agent.host, { session: market.agent.owner.session });
  await visit(agent, "/settings/profile");
  expect(await agent.locator(".tabs").getByRole("link", { name: "Online payments" }).count()).toBe(0);
});

it("removes the account after saying what that does", async () => {
  const page = await world.visitor(market.agency.host, { session: market.agency.owner.session });
  await visit(page, "/settings/gateway-account");
  await page.getByRole("link", { name: "Remove" }).click();
  await page.getByText("From now on nobody pays at Stripe").waitFor();
  await page.getByRole("button", { name: "Remove account" }).click();
  await page.getByText("Account at Stripe removed").waitFor();
  expect((await readGatewayAccount(await market.as.agency(), {})).account).toBeNull();
});
