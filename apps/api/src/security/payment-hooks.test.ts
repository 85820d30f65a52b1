import { newId } from "@tenantry/core/kernel/ids";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { openTestGateway } from "@tenantry/core/platform/payments/test-gateway";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Ask, openTestWeb, type TestWeb } from "../testing/web.ts";

// T35: whoever calls in a gateway's name is believed by the signature over the very bytes, on the right host, and counts once.
let web: TestWeb;
let market: Market;
let invoiceId: string;
beforeAll(async () => {
  web = await openTestWeb();
  market = await newMarket(web.app);
  const sale = { customerId: market.customers.ofAgent, planId: market.plans.agencys };
  const ctx = await market.as.agent();
  invoiceId = (await createSubscription(ctx, { ...sale, currency: "EUR", interval: "month" })).invoiceId!;
}, 60_000);
afterAll(() => web.close());

const path = "/api/hooks/payments/test";
/** A call signed as the gateway of an agency signs it. */
function signed(more: { agencyId?: string; at?: Date; eventId?: string } = {}) {
  const { agencyId = market.agency.id, at = new Date(), eventId = newId() } = more;
  const message = { eventId, kind: "paid" as const, invoiceId, amountMinor: 1_000, currency: "EUR" };
  const whole = { ...message, reference: "r1", payerEmail: null };
  return openTestGateway(web.app.config.secret, agencyId).sign(whole, at);
}
const call = (
  { id, timestamp, signature, body }: ReturnType<typeof signed>,
  more: Ask = {},
  host = market.agent.host,
) =>
  web.ask(host, path, {
    ...{ body, machine: true, ...more },
    headers: {
      ...{ "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature },
      ...more.headers,
    },
  });
const events = async () =>
  (await web.app.admin.query("select count(*)::int as count from payment_events")).rows[0].count;

it("takes a signed call in without a session, once, and the invoice is paid", async () => {
  const one = signed();
  expect((await call(one)).status).toBe(204);
  expect((await call(one)).status).toBe(204);
  expect(await events()).toBe(1);
  await takeUpPayments(web.app.pool, market.agency.id, invoiceId);
  const { rows } = await web.app.admin.query("select state from invoice_states where invoice_id = $1", [
    invoiceId,
  ]);
  expect(rows).toEqual([{ state: "paid" }]);
});

it.each([
  ["without a signature", () => call(signed(), { headers: { "webhook-signature": "" } })],
  ["with one of another scheme", () => call(signed(), { headers: { "webhook-signature": "v2,AAAA" } })],
  ["with one bit changed in it", () => call({ ...signed(), signature: flipped(signed().signature) })],
  ["over other bytes, a blank more", () => call({ ...signed(), body: `${signed().body} ` })],
  ["with another amount", () => call({ ...signed(), body: signed().body.replace("1000", "1") })],
  ["under another id", () => call({ ...signed(), id: newId() })],
  ["at another time", () => call({ ...signed(), timestamp: String(Number(signed().timestamp) - 1) })],
  ["older than five minutes", () => call(signed({ at: new Date(Date.now() - 301_000) }))],
  ["more than five minutes ahead", () => call(signed({ at: new Date(Date.now() + 301_000) }))],
  ["signed for another agency", () => call(signed({ agencyId: market.agent.id }))],
  ["without an id", () => call({ ...signed(), id: "" })],
  ["without a body", () => call({ ...signed(), body: "" })],
])("refuses a call %s, and writes nothing", async (_name, ask) => {
  const before = await events();
  expect((await ask()).status).toBe(401);
  expect(await events()).toBe(before);
});

const flipped = (signature: string) =>
  signature.slice(0, -2) + (signature.at(-2) === "A" ? "B" : "A") + signature.slice(-1);

it("is nobody's on a host where the invoice is not", async () => {
  expect((await call(signed(), {}, market.seller.host)).status).toBe(404);
});

it("is no way round the cross-site gate: not for a browser, and not with a session", async () => {
  const crossSite = { "sec-fetch-site": "cross-site" };
  expect((await call(signed(), { headers: crossSite })).json()).toMatchObject({ code: "cross_site" });
  const { session } = market.agent.owner;
  expect((await call(signed(), { session })).json()).toMatchObject({ code: "cross_site" });
});

it("takes POST alone, no unknown gateway, and no more than 64 KiB", async () => {
  expect((await web.ask(market.agent.host, path)).status).toBe(405);
  expect((await call(signed(), {}, market.agent.host)).status).toBe(204);
  const other = await web.ask(market.agent.host, "/api/hooks/payments/other", { body: "{}" });
  expect(other.status).toBe(404);
  expect((await call({ ...signed(), body: "x".repeat(64 * 1024 + 1) })).status).toBe(413);
});
