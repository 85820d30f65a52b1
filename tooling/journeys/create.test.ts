import { newAgency, personPassword } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { accept, fillReseller, resellerFields } from "./support/reseller-form.ts";
import { signIn } from "./support/sign-in.ts";
import { takenOver, visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

async function countResellers(agencyId: string): Promise<number> {
  const counted = "select count(*)::int as n from accounts where agency_id = $1 and kind = 'reseller'";
  return (await world.app.admin.query(counted, [agencyId])).rows[0].n;
}

it("creates a reseller after bad input, and its owner takes up the copied link on its own host", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { permissions: ["clipboard-read", "clipboard-write"] });
  await signIn(page, agency.owner.email);
  await takenOver(page);
  await page.getByRole("link", { name: "Create the first reseller" }).click();

  const good = resellerFields();
  const bad = { ...good, "Partner Phone": "12", "Login Domain": "No-1" };
  await fillReseller(page, bad);
  await page.getByRole("button", { name: "Create reseller" }).click();
  const summary = page.getByRole("alert");
  await summary.waitFor();
  expect(await summary.textContent()).toMatch(
    /2 fields need attention: Partner Phone, Login Domain.*Nothing has been created yet/s,
  );
  for (const [label, value] of Object.entries(bad)) {
    const field = page.getByRole("textbox", { name: label, exact: true });
    expect(await field.inputValue(), label).toBe(value);
    const isWrong = value !== good[label as keyof typeof good];
    expect(await field.getAttribute("aria-invalid"), label).toBe(isWrong ? "true" : null);
    const sentence = page.locator(`#${await field.getAttribute("aria-describedby")}`);
    if (isWrong) expect(await sentence.textContent(), label).toMatch(/[.]$/);
  }
  expect(await page.getByLabel("Country code of Partner Phone").inputValue()).toBe("PT");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
  expect(await countResellers(agency.id)).toBe(0);

  await fillReseller(page, good);
  await page.getByText("Available.").waitFor();
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByText(`${good["Partner Name"]} is created`).waitFor();
  const [, copyLink] = await page.getByRole("button", { name: "Copy" }).all();
  await copyLink!.click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const host = `${good["Login Domain"]}.partner.localhost`;
  expect(link).toBe(await page.getByRole("textbox", { name: "Activation link" }).inputValue());
  expect(new URL(link).origin).toBe(world.origin(host));

  const person = await world.visitor(host);
  await accept(person, link, personPassword);
  expect(new URL(person.url()).pathname).toBe("/");
  expect(await person.title()).toBe(`Home · ${good["Partner Name"]}`);
  await person.getByText("Usage by day").first().waitFor();
});

it("makes one reseller of a double click, and ends on its page", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers/new");
  const fields = resellerFields();
  await fillReseller(page, fields);
  await page.getByText("Available.").waitFor();
  await page.getByRole("button", { name: "Create reseller" }).dblclick();
  await page.getByText(`${fields["Partner Name"]} is created`).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.getByText(`${fields["Partner Name"]} is created`).isVisible()).toBe(true);
  expect(await countResellers(agency.id)).toBe(1);
});

it("goes back after creating without making it again", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  await page.getByRole("link", { name: "Create reseller" }).first().click();
  const fields = resellerFields();
  await fillReseller(page, fields);
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByText("is created").waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Resellers" }).waitFor();
  await page.getByRole("link", { name: fields["Partner Name"], exact: true }).waitFor();
  await page.goForward();
  await page.getByRole("button", { name: "Create reseller" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Activation link" }).count()).toBe(0);
  expect(await countResellers(agency.id)).toBe(1);
});

it("creates without a script, keeps what was typed, and answers the same post again with the same page", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/resellers/new");
  const fields = resellerFields();
  await fillReseller(page, { ...fields, "Partner Email": "nobody" });
  await page.getByRole("button", { name: "Create reseller" }).click();
  expect(await page.getByRole("alert").textContent()).toMatch(/1 field needs attention/);
  expect(await page.getByRole("textbox", { name: "Login Domain" }).inputValue()).toBe(fields["Login Domain"]);
  await page.getByRole("textbox", { name: "Partner Email" }).fill(fields["Partner Email"]);
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByText("is created").waitFor();
  const link = page.getByRole("textbox", { name: "Activation link" });
  const shown = await link.inputValue();
  await page.reload();
  expect(await link.inputValue()).toBe(shown);
  expect(await countResellers(agency.id)).toBe(1);
});
