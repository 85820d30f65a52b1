import { readFile } from "node:fs/promises";
import { send } from "@tenantry/api/testing/web";
import { moveClock } from "@tenantry/core/clock/move";
import { readInvoice } from "@tenantry/core/invoices/read";
import { createPaymentLink } from "@tenantry/core/payment-links/create";
import { revokePaymentLink } from "@tenantry/core/payment-links/revoke";
import { makeLateCalls } from "@tenantry/core/payments/late-calls";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { refundInvoice } from "@tenantry/core/payments/refund";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { openPdf, pdfText } from "@tenantry/core/testing/pdf";
import { openPool } from "@tenantry/db";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { carryOutPayments } from "./support/payments.ts";
import { sell } from "./support/sales.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let market: Market;
beforeAll(async () => {
  market = await newMarket(world.app);
});

const amount = "€30.00";

/** From the invoice through the gateway's page and back. */
async function payThrough(page: Page): Promise<void> {
  await page.getByRole("button", { name: `Pay ${amount}` }).click();
  await page.getByText("This is the test gateway").waitFor();
  await page.getByRole("button", { name: `Pay ${amount}` }).click();
  await page.getByRole("heading", { name: "The payment is on its way" }).waitFor();
}

it.each([true, false])(
  "is paid on the front's host by whoever has the link, without a session, and becomes the receipt (script: %s)",
  async (javaScriptEnabled) => {
    const { host, path, code, id } = await sell(market);
    const page = await world.visitor(host, { javaScriptEnabled });
    await page.goto(path);
    await page.getByRole("heading", { level: 1, name: amount }).waitFor();
    await page.getByText(code).first().waitFor();
    await page.getByText("Due 24 Mar 2027").waitFor();
    await page.getByText("10 Mar – 9 Apr 2027").waitFor();
    await page.getByLabel("Email for the receipt").fill("nobody");
    await page.getByRole("button", { name: `Pay ${amount}` }).click();
    await page.locator(".msg.err").waitFor();
    expect(await page.getByLabel("Email for the receipt").inputValue()).toBe("nobody");
    await page.getByLabel("Email for the receipt").fill("payer@cove.example");
    await page.getByRole("button", { name: `Pay ${amount}` }).click();
    await page.getByText("This is the test gateway").waitFor();
    expect(new URL(page.url()).hostname).toBe(host);
    await page.getByLabel("Call back twice").check();
    await page.getByRole("button", { name: `Pay ${amount}` }).click();
    await page.getByRole("heading", { name: "The payment is on its way" }).waitFor();
    expect(await page.getByRole("button", { name: /^Pay/ }).count()).toBe(0);
    const again = page.getByRole("link", { name: "Look again now" });
    expect(await again.getAttribute("href")).toBe(`${path}?answer=paid`);
    await carryOutPayments(world.app);
    // Nobody presses anything: the receipt comes by itself.
    await page.getByRole("heading", { name: "Receipt" }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    await page.locator(".pay .list", { hasText: `Amount paid${amount}` }).waitFor();
    const { payments } = await readInvoice(await market.as.agency(), { id });
    expect(payments.map(({ payerEmail }) => payerEmail)).toEqual(["payer@cove.example"]);
  },
);

it("tells payer and seller of a payment that takes days, takes another by a word of its own alone, and is paid when it came", async () => {
  const { host, path, id, code } = await sell(market);
  const seller = await world.visitor(market.agency.host, { session: market.agency.owner.session });
  const page = await world.visitor(host);
  await page.goto(path);
  await page.getByRole("button", { name: `Pay ${amount}` }).click();
  await page.getByLabel("When the gateway calls back").selectOption("In three days");
  await page.getByRole("button", { name: `Pay ${amount}` }).click();
  await page.getByRole("heading", { name: "The payment is on its way" }).waitFor();
  await carryOutPayments(world.app);
  await page.goto(path);
  await page.getByText(`A payment of ${amount} is on its way since 10 Mar 2027.`).waitFor();
  expect(await page.getByRole("button", { name: /^Pay/ }).count()).toBe(0);
  await page.getByRole("link", { name: "Pay again" }).click();
  await page.getByText("If both arrive, you have paid twice").waitFor();
  await page.getByRole("button", { name: `Pay ${amount}` }).click();
  await page.getByText("This is the test gateway").waitFor();
  await seller.goto(`/invoices/${id}`);
  await seller.getByText(`A payment of ${amount} is on its way since 10 Mar 2027 (Test gateway)`).waitFor();
  for (const act of ["mark-paid", "void", "uncollectible"]) {
    await seller.goto(`/invoices/${id}/${act}`);
    await seller.getByRole("dialog").getByText(`A payment of ${amount} is on its way`).waitFor();
  }
  await seller.goto("/invoices");
  await seller.locator("tr", { hasText: code }).getByText("On its way").waitFor();
  await moveClock(await market.as.agency(), { days: 4 });
  const worker = openPool({ url: world.app.workerUrl, max: 1, onConnectionError: () => {} });
  await makeLateCalls(worker);
  await worker.end();
  await carryOutPayments(world.app);
  await page.goto(path);
  await page.getByRole("heading", { name: "Receipt" }).waitFor();
  await market.at("2027-03-10T12:00:00Z");
});

it("says that a payment was declined, and takes another", async () => {
  const { host, path } = await sell(market);
  const page = await world.visitor(host);
  await page.goto(path);
  await page.getByRole("button", { name: `Pay ${amount}` }).click();
  await page.getByRole("button", { name: "Decline" }).click();
  await page.getByText("The payment was declined and nothing was taken").waitFor();
  await carryOutPayments(world.app);
  await payThrough(page);
  await page.getByRole("link", { name: "Back to paying" }).click();
  await page.getByRole("button", { name: `Pay ${amount}` }).waitFor();
  await carryOutPayments(world.app);
  await page.reload();
  await page.getByRole("heading", { name: "Receipt" }).waitFor();
});

it("says on the receipt what was paid back", async () => {
  const { host, path, id } = await sell(market, "direct");
  const page = await world.visitor(host, { session: market.agency.owner.session });
  await page.goto(path);
  await payThrough(page);
  await carryOutPayments(world.app);
  await refundInvoice(await market.as.agency(), { id, amountMinor: 1_250, reference: "agreed" });
  await carryOutPayments(world.app);
  await page.goto(path);
  await page.locator(".pay .list", { hasText: "Paid back€12.50" }).waitFor();
  await page.getByText("Paid", { exact: true }).waitFor();
});

it("opens nothing by a link that was replaced, is another host's or somebody's guess, and says what to do", async () => {
  const { host, path, id } = await sell(market);
  const get = (of: string, at: string) => send(world.port, of, at, {});
  const good = await get(host, path);
  expect(good.headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
    "cache-control": "no-store",
  });
  await createPaymentLink(await market.as.agency(), { id });
  const dead = [
    [host, path],
    [market.seller.host, path],
    [host, "/pay/guess"],
    [host, `/pay/${"x".repeat(300)}`],
    [host, "/pay/gateway/guess"],
  ] as const;
  for (const [of, at] of dead) {
    const answer = await get(of, at);
    expect([at, answer.status]).toEqual([at, 410]);
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
    expect(answer.text).toMatch(/Ask whoever sent it|Open the invoice from the link/);
  }
});

it("turns away a second payment of what somebody else has paid meanwhile, and shows the receipt", async () => {
  const { host, path, id } = await sell(market);
  const page = await world.visitor(host);
  await page.goto(path);
  await markPaid(await market.as.agency(), { id, reference: "Statement 9" });
  await page.reload();
  await page.getByRole("heading", { name: "The payment is on its way" }).waitFor();
  expect(await page.getByRole("link", { name: "Back to paying" }).count()).toBe(0);
  await carryOutPayments(world.app);
  await page.getByRole("heading", { name: "Receipt" }).waitFor();
  const stale = await world.visitor(host);
  const other = await sell(market);
  await stale.goto(other.path);
  await markPaid(await market.as.agency(), { id: other.id, reference: "Statement 10" });
  await carryOutPayments(world.app);
  await stale.getByRole("button", { name: `Pay ${amount}` }).click();
  await stale.getByRole("heading", { name: "Receipt" }).waitFor();
});

it("gives the invoice, and later the receipt, as a PDF at the link's own address, by the link's rules", async () => {
  const { host, path, code, id } = await sell(market, "ofAgent");
  const page = await world.visitor(host);
  const pressed = async (name: string) => {
    await page.goto(path);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    return pdfText(await readFile(await (await download).path()));
  };
  const open = await pressed("Invoice as PDF");
  // The front's name, and the seller's as it stands on paper.
  for (const said of [`Invoice ${code}`, "Cove Referrals", market.agency.name, "Please pay €30.00"])
    expect(open).toContain(said);
  await markPaid(await market.as.agency(), { id, reference: "Statement 11" });
  await carryOutPayments(world.app);
  expect(await pressed("Invoice and receipt as PDF")).toContain("€30.00 was paid on 10 March 2027.");
  const get = (of: string) => send(world.port, of, `${path}?format=pdf`, {});
  const good = await get(host);
  expect(good.headers).toMatchObject({
    ...{ "content-type": "application/pdf", "x-robots-tag": "noindex", "cache-control": "no-store" },
    ...{ "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" },
  });
  await revokePaymentLink(await market.as.agency(), { id });
  for (const of of [host, market.seller.host, market.agency.host]) {
    const { status, headers } = await get(of);
    expect([of, status, headers["content-type"]]).toEqual([of, 410, "text/html; charset=utf-8"]);
  }
});

it("names nobody but the seller, on the page and in the file, and the front whose host it is", async () => {
  const { host, path } = await sell(market, "ofSeller");
  const { text, headers } = await send(world.port, host, path, {});
  const traces = ["Tenantry", market.agency.name, market.agency.slug, market.agency.owner.email];
  expect(traces.filter((trace) => (text + JSON.stringify(headers)).includes(trace))).toEqual([]);
  expect(text).not.toContain("<script");
  const page = await world.visitor(host);
  await page.goto(path);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Invoice as PDF" }).click();
  const file = await readFile(await (await download).path());
  const properties = JSON.stringify(await (await openPdf(file)).getMetadata());
  expect(traces.filter((trace) => properties.includes(trace))).toEqual([]);
  const printed = await pdfText(file);
  expect(traces.filter((trace) => printed.includes(trace))).toEqual([]);
});
