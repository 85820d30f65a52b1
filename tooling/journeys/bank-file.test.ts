import { send } from "@tenantry/api/testing/web";
import { createPayouts } from "@tenantry/core/payouts/create";
import { expect, it } from "vitest";
import { newEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("takes a reseller's account from its own settings into the agency's bank file, and counts its payout as sent", async () => {
  const { as, agency, agent, sell, later } = await newEarnings(world.app);
  await sell(8);
  await later();
  await createPayouts(await as.agency(), {});

  const resellers = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(resellers, "/settings/legal-entity");
  await resellers.getByLabel("IBAN").fill("NL91 ABNA 0417 1643 01");
  await resellers.getByRole("button", { name: "Save changes" }).click();
  await resellers.getByText("This is no IBAN.").first().waitFor();
  await resellers.getByLabel("IBAN").fill("nl91 abna 0417 1643 00");
  await resellers.getByRole("button", { name: "Save changes" }).click();
  await resellers.getByText("Invoice details saved").waitFor();
  await visit(resellers, "/settings/legal-entity");
  expect(await resellers.getByLabel("IBAN").inputValue()).toBe("NL91 ABNA 0417 1643 00");

  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session });
  await visit(page, "/payouts");
  await page.getByRole("link", { name: "Bank file" }).click();
  await page.getByText("There is no bank account to pay from.").waitFor();
  await page.getByRole("link", { name: "Add yours" }).click();
  await page.getByLabel("IBAN").fill("DE89 3704 0044 0532 0130 00");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Invoice details saved").waitFor();
  await visit(page, "/payouts/bank-file");
  await page.getByRole("heading", { name: "1 payout of €10.00" }).waitFor();
  await page.locator("tbody tr", { hasText: "NL•••4300" }).waitFor();
  const href = await page.getByRole("link", { name: "Download SEPA file" }).getAttribute("href");
  const { text, headers } = await send(world.port, agency.host, href!, { session });
  expect(headers["content-disposition"]).toMatch(/attachment; filename="PO[0-9A-F]{24}\.xml"/);
  expect(text).toContain('<InstdAmt Ccy="EUR">10.00</InstdAmt>');
  expect(text).toContain("<IBAN>NL91ABNA0417164300</IBAN>");
  await page.getByRole("button", { name: "The bank has 1 payout" }).click();
  await page.getByText("1 payout sent").waitFor();
  await page.locator("tbody tr .badge", { hasText: "Sent" }).waitFor();
}, 60_000);
