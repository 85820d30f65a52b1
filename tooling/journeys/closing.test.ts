import { send } from "@tenantry/api/testing/web";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { beforeEach, expect, it } from "vitest";
import { sell } from "./support/sales.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let market: Market;
beforeEach(async () => {
  market = await newMarket(world.app);
});

it.each([true, false])(
  "voids an unpaid invoice after saying what will come of it, with a credit note (script: %s)",
  async (javaScriptEnabled) => {
    const { host, owner } = market.seller;
    const { id, code, path } = await sell(market, "ofSeller");
    const page = await world.visitor(host, { session: owner.session, javaScriptEnabled });
    const go = (to: string) => (javaScriptEnabled ? visit(page, to) : page.goto(to));
    await go(`/invoices/${id}`);
    await page.getByRole("link", { name: "Void", exact: true }).click();
    await page.getByRole("heading", { name: `Void ${code}` }).waitFor();
    for (const said of [
      "A credit note of all of it is made: €30.00",
      "The subscription goes on",
      "It cannot be undone",
    ])
      await page.getByText(said).waitFor();
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.getByText("Total due").waitFor();
    await page.getByRole("link", { name: "Void", exact: true }).click();
    await page.getByRole("button", { name: "Void invoice" }).click();
    await page.getByText("Invoice taken back with CN-000001").waitFor();
    await page.locator(".id-head .badge", { hasText: "Void" }).waitFor();
    await page.getByText("It says now that nothing is owed.").waitFor();
    expect(await page.getByRole("link", { name: /Mark as paid|^Void$|uncollectible/ }).count()).toBe(0);
    await page.getByRole("link", { name: "Taken back with CN-000001" }).click();
    await page.getByRole("link", { name: `Takes from ${code}` }).waitFor();
    await page.getByText("-€30.00").first().waitFor();
    const payer = await world.visitor(host);
    await payer.goto(path);
    await payer.getByRole("heading", { name: "Nothing to pay" }).waitFor();
    expect(await payer.getByRole("button", { name: /^Pay/ }).count()).toBe(0);
    await go("/invoices?state=void");
    await page.locator("tbody tr", { hasText: code }).waitFor();
  },
);

it("marks an invoice as uncollectible, which is still paid by its link", async () => {
  const { host, owner } = market.seller;
  const { id, path } = await sell(market, "ofSeller");
  const page = await world.visitor(host, { session: owner.session });
  await visit(page, `/invoices/${id}`);
  await page.getByRole("link", { name: "Mark uncollectible" }).click();
  await page.getByText("It stays owed and in the books").waitFor();
  await page.getByRole("button", { name: "Mark uncollectible" }).click();
  await page.getByText("Invoice marked as uncollectible").waitFor();
  await page.locator(".id-head .badge", { hasText: "Uncollectible" }).waitFor();
  await page.getByText("No more reminders").waitFor();
  await page.getByRole("link", { name: "Mark as paid" }).waitFor();
  const payer = await world.visitor(host);
  await payer.goto(path);
  expect(await payer.getByText("Uncollectible").count()).toBe(0);
  await payer.getByRole("button", { name: "Pay €30.00" }).waitFor();
});

it("is not offered for what somebody else sold, nor for what is paid", async () => {
  const { id } = await sell(market, "ofAgent");
  const { host, owner } = market.agent;
  const page = await world.visitor(host, { session: owner.session });
  await visit(page, `/invoices/${id}`);
  await page.getByLabel("Address").waitFor();
  expect(await page.getByRole("link", { name: /^Void$|Mark uncollectible|^Pause$/ }).count()).toBe(0);
  for (const what of ["void", "uncollectible", "reminders/pause"]) {
    // The invoice says how it is instead.
    const { status, headers } = await send(world.port, host, `/invoices/${id}/${what}`, owner);
    expect([what, status, headers.location]).toEqual([what, 302, `/invoices/${id}`]);
  }
});
