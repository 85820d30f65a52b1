import { send } from "@tenantry/api/testing/web";
import { readLegalEntity } from "@tenantry/core/legal-entities/read";
import {
  addPerson,
  contextFor,
  loseProof,
  newAgency,
  newDistributor,
  newReseller,
} from "@tenantry/core/testing";
import { newMarket } from "@tenantry/core/testing/market";
import { personPassword } from "@tenantry/core/testing/person";
import { expect, it } from "vitest";
import { sell } from "./support/sales.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("says who an agency and a reseller are on their invoices, and keeps what was typed when it is refused", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  for (const [nth, who] of [agency, reseller].entries()) {
    const { session } = who.owner;
    const page = await world.visitor(who.host, { session, javaScriptEnabled: nth === 0 });
    if (nth === 0) await visit(page, "/settings/profile");
    else await page.goto("/settings/profile");
    await page.getByRole("main").waitFor();
    await page.locator(".tabs").getByRole("link", { name: "Invoice details" }).click();
    const name = page.getByRole("textbox", { name: "Legal name" });
    expect(await name.inputValue()).toBe(who.name);
    await name.fill("Harbour Apps Lda");
    await page.getByRole("textbox", { name: /^Tax ID/ }).fill("PT 501 964 843");
    await page.getByRole("textbox", { name: "Tax rate in percent" }).fill("lots");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.locator(".msg.err").waitFor();
    expect(await name.inputValue()).toBe("Harbour Apps Lda");
    await page.getByRole("textbox", { name: "Tax rate in percent" }).fill("23");
    await page.getByLabel("Country").selectOption("PT");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Invoice details saved").waitFor();
    const ctx = await contextFor(world.app, who.host, session);
    expect(await readLegalEntity(ctx, {})).toMatchObject({
      ...{ name: "Harbour Apps Lda", address: "", country: "PT", taxId: "PT 501 964 843", taxBps: 2_300 },
    });
  }
}, 60_000);

it("is to be read by an administrator, and is no page of a distributor's", async () => {
  const agency = await newAgency(world.app);
  const distributor = await newDistributor(world.app, agency);
  const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const admin = await addPerson(world.app, agency.host, account, "admin");
  const page = await world.visitor(agency.host, { session: admin.session });
  await visit(page, "/settings/legal-entity");
  await page.getByText("Your role does not change these").waitFor();
  expect(await page.getByRole("button", { name: "Save changes" }).count()).toBe(0);
  const answer = await send(world.port, distributor.host, "/settings/legal-entity", distributor.owner);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const own = await send(world.port, distributor.host, "/settings/profile", distributor.owner);
  expect(own.text).not.toContain("Invoice details");
});

it.each([true, false])(
  "keeps what was typed where the proof is given and a field is refused then (script: %s)",
  async (javaScriptEnabled) => {
    const agency = await newAgency(world.app);
    const { session } = agency.owner;
    await loseProof(world.app, agency.id, session);
    const page = await world.visitor(agency.host, { session, javaScriptEnabled });
    await page.goto("/settings/legal-entity");
    await page.getByRole("textbox", { name: "Address", exact: false }).first().fill("Kade 1");
    const rate = page.getByRole("textbox", { name: "Tax rate in percent" });
    await rate.fill("-5");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByLabel("Password").fill(personPassword);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.locator(".msg.err").waitFor();
    expect(await rate.inputValue()).toBe("-5");
    expect(await page.getByRole("textbox", { name: "Address", exact: false }).first().inputValue()).toBe(
      "Kade 1",
    );
  },
);

it.each([true, false])(
  "shows what prices with tax in them do to what runs before it is so, and charges it then (script: %s)",
  async (javaScriptEnabled) => {
    const market = await newMarket(world.app);
    const { host, owner } = market.agency;
    await sell(market, "direct");
    const page = await world.visitor(host, { session: owner.session, javaScriptEnabled });
    await page.goto("/settings/legal-entity");
    await page.getByRole("textbox", { name: /^Tax ID/ }).fill("PT1");
    await page.getByRole("textbox", { name: "Tax rate in percent" }).fill("23");
    await page.getByLabel("Country").selectOption("PT");
    await page.getByLabel("Prices of your plans").selectOption("gross");
    await page.getByRole("button", { name: "Save changes" }).click();
    const coming = page.locator(".card", { hasText: "What this does to what already runs" });
    await coming.getByText("1 subscription runs").waitFor();
    // It is not registered yet, so that nothing is on top of the price now; 24.39 is what is left of it.
    expect(await coming.locator("tbody td").allTextContents()).toEqual([
      ...["€30.00", "€30.00", "€30.00", "€24.39"],
    ]);
    expect((await readLegalEntity(await contextFor(world.app, host, owner.session), {})).taxBps).toBe(0);
    expect(await page.getByRole("textbox", { name: "Tax rate in percent" }).inputValue()).toBe("23");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Invoice details saved").waitFor();
    await page.goto("/plans");
    await page.getByText("€10.00 a month incl. 23% tax").waitFor();
    const sold = `/customers/${market.customers.direct}/sell`;
    await page.goto(`${sold}?offer=${market.plans.agencys}.EUR.month&quantity=3`);
    const preview = page.locator(".card", { hasText: "What it comes to" });
    expect(await preview.locator("dd").allTextContents()).toEqual([
      ...["€24.39", "€5.61", "€30.00", "None: a direct sale", "€30.00 a month incl. tax"],
    ]);
    const { path } = await sell(market, "direct");
    await page.goto(path);
    await page.getByRole("columnheader", { name: "Amount with tax" }).waitFor();
    const line = page.locator("table.lines tbody tr");
    await line.getByText("3 × €10.00").waitFor();
    expect(await line.locator("td").last().textContent()).toBe("€30.00");
    expect(await page.locator("table.lines tfoot td").allTextContents()).toEqual([
      ...["€24.39", "€5.61", "€30.00"],
    ]);
  },
);
