import { createResellerDraft } from "@tenantry/core/reseller-drafts/create";
import { listResellerDrafts } from "@tenantry/core/reseller-drafts/list";
import { type Agency, letters, newAgency } from "@tenantry/core/testing/agency";
import { newReseller } from "@tenantry/core/testing/reseller";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { fillReseller, resellerFields } from "./support/reseller-form.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

const draftsOf = async (agency: Agency) => (await listResellerDrafts(await agency.ctx(), {})).drafts;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const saved = (page: Page) => page.getByRole("region", { name: "Save" }).getByText("Draft saved");
const typedIn = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true }).inputValue();

async function open(agency: Agency, options = {}) {
  const page = await world.visitor(agency.host, { session: agency.owner.session, ...options });
  if ("javaScriptEnabled" in options) await page.goto("/resellers/new");
  else await visit(page, "/resellers/new");
  return page;
}

it("keeps what is typed by itself, goes on with it, and ends the draft with the reseller it becomes", async () => {
  const agency = await newAgency(world.app);
  const page = await open(agency);
  const fields = resellerFields();
  await fillReseller(page, { ...fields, "Login Domain": "" });
  await saved(page).waitFor();
  // Nothing would be lost, so nobody is asked.
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("heading", { level: 1, name: "Resellers" }).waitFor();
  await page.getByRole("link", { name: "Create the first reseller" }).click();
  await page.getByRole("link", { name: `Continue: ${fields["Partner Name"]}` }).click();
  await page.getByRole("link", { name: /^Continue/ }).waitFor({ state: "detached" });
  for (const name of ["Partner Name", "Partner Email", "Contact Person Phone"] as const)
    expect(await typedIn(page, name)).toBe(fields[name]);
  expect(await page.getByLabel("Country code of Partner Phone").inputValue()).toBe("PT");

  await page.getByRole("textbox", { name: "Login Domain" }).fill(fields["Login Domain"]);
  await saved(page).waitFor();
  expect(await draftsOf(agency)).toHaveLength(1);
  await press(page, "Create reseller");
  await page.getByText(`${fields["Partner Name"]} is created`).waitFor();
  expect(await draftsOf(agency)).toEqual([]);
  await page.reload();
  await page.getByText("This draft is no longer there").waitFor();
});

it("keeps no password in a draft, and says so", async () => {
  const agency = await newAgency(world.app);
  const page = await open(agency);
  await fillReseller(page, { "Partner Name": "Acme" });
  await page.getByRole("radio", { name: "Set a password" }).check();
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery nine");
  await page.getByText("Draft saved, without the password").waitFor();
  expect(JSON.stringify(await draftsOf(agency))).not.toContain("correct horse");
});

it("keeps a draft by a button where there is no script, and lists and removes it", async () => {
  const agency = await newAgency(world.app);
  const page = await open(agency, { javaScriptEnabled: false });
  await fillReseller(page, { "Partner Name": "Acme", "Partner Phone": "12" });
  await press(page, "Save draft");
  await page.getByRole("status").getByText("Draft saved").first().waitFor();
  expect([await typedIn(page, "Partner Name"), await typedIn(page, "Partner Phone")]).toEqual(["Acme", "12"]);
  await page.getByRole("textbox", { name: "Partner Name" }).fill("Acme Studio");
  await press(page, "Save draft");
  expect(await draftsOf(agency)).toMatchObject([{ fields: { name: "Acme Studio", phone: "12" } }]);
  await page.goto("/resellers/new");
  await page.getByRole("link", { name: "Continue: Acme Studio" }).waitFor();
  await page.getByRole("link", { name: "Remove draft: Acme Studio" }).click();
  await page.getByText("What was typed goes for good: Partner Name, ").waitFor();
  expect(await draftsOf(agency)).toHaveLength(1);
  await page.getByRole("link", { name: "Cancel" }).last().click();
  await page.getByRole("link", { name: "Remove draft: Acme Studio" }).click();
  await page.getByRole("button", { name: "Remove draft" }).click();
  await page.getByText("Draft removed: Acme Studio").waitFor();
  expect(await draftsOf(agency)).toEqual([]);
});

it("shows each part as done once it is, and leads to the one that is not", async () => {
  const agency = await newAgency(world.app);
  const page = await open(agency);
  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("link", { name: "Company and contact to do" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("form-name");
  await fillReseller(page, resellerFields());
  await steps.getByRole("link", { name: "Company and contact complete" }).waitFor();
  await steps.getByRole("link", { name: "Address and sign-in complete" }).waitFor();
});

it.each([true, false])(
  "shows what will be stored and sent before creating it, script: %s",
  async (scripted) => {
    const agency = await newAgency(world.app);
    const page = await open(agency, scripted ? {} : { javaScriptEnabled: false });
    const fields = resellerFields();
    await fillReseller(page, { ...fields, "Partner Phone": "12" });
    await press(page, "Review");
    await page.getByRole("alert").getByText("1 field needs attention: Partner Phone").waitFor();
    await page.getByRole("textbox", { name: "Partner Phone" }).fill(fields["Partner Phone"]);
    await press(page, "Review");
    await page.getByRole("heading", { level: 1, name: "Check before creating" }).waitFor();
    const summary = (await page.locator("main .card").allTextContents()).join();
    for (const words of [
      "+351 21 345 6789",
      `${fields["Login Domain"]}.partner.localhost`,
      fields["Contact Person Email"],
      "Own plans",
      "Invitation with the activation link",
    ])
      expect(summary).toContain(words);

    await press(page, "Change something");
    await page.getByRole("heading", { level: 1, name: "Create reseller" }).waitFor();
    expect(await typedIn(page, "Partner Name")).toBe(fields["Partner Name"]);
    await press(page, "Review");
    await page.getByRole("heading", { level: 1, name: "Check before creating" }).waitFor();
    await press(page, "Create reseller");
    await page.getByText(`${fields["Partner Name"]} is created`).waitFor();
  },
);

it("keeps a password through the summary where there is a script, and asks for it there where there is none", async () => {
  const password = "correct horse battery nine";
  for (const scripted of [true, false]) {
    const agency = await newAgency(world.app);
    const page = await open(agency, scripted ? {} : { javaScriptEnabled: false });
    const fields = resellerFields();
    const typePassword = async () => {
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByLabel("Confirm Password").fill(password);
    };
    await fillReseller(page, fields);
    await page.getByRole("radio", { name: "Set a password" }).check();
    await typePassword();
    await press(page, "Review");
    await page.getByText("Nothing is sent.").waitFor();
    expect(await page.content()).not.toContain(password);
    if (!scripted) await typePassword();
    await press(page, "Create reseller");
    await page.getByText("The password you set works now").waitFor();
  }
});

it("leads from the summary back to the field that was taken meanwhile, with everything kept", async () => {
  const agency = await newAgency(world.app);
  const page = await open(agency);
  const fields = resellerFields();
  await fillReseller(page, fields);
  await press(page, "Review");
  await page.getByRole("heading", { level: 1, name: "Check before creating" }).waitFor();
  await world.app.admin.query(
    "update hostnames set host = $1 where host = (select host from hostnames where agency_id = $2 limit 1)",
    [`${fields["Login Domain"]}.partner.localhost`, (await newAgency(world.app)).id],
  );
  await press(page, "Create reseller");
  await page.getByRole("alert").getByText("1 field needs attention: Login Domain").waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("form-loginDomain");
  for (const [label, value] of Object.entries(fields)) expect(await typedIn(page, label), label).toBe(value);
});

it("offers free login domains made of the company's name: as buttons, and without a script in the message", async () => {
  const agency = await newAgency(world.app);
  const { loginDomain } = await newReseller(world.app, agency);
  const company = `Acme ${letters(9)}`;
  const idea = company.toLowerCase().replace(" ", "");
  const page = await open(agency);
  await fillReseller(page, { "Partner Name": company, "Login Domain": loginDomain });
  await page.getByText("Taken. Choose another one.").waitFor();
  await page
    .getByRole("group", { name: "Free now:" })
    .getByRole("button", { name: idea, exact: true })
    .click();
  expect(await typedIn(page, "Login Domain")).toBe(idea);
  await page.getByText("Available.").waitFor();
  await page.getByRole("textbox", { name: "Login Domain" }).fill("No-1");
  await page.getByRole("button", { name: `${idea}hq` }).waitFor();

  const plain = await open(agency, { javaScriptEnabled: false });
  await fillReseller(plain, { ...resellerFields(), "Partner Name": company, "Login Domain": loginDomain });
  await press(plain, "Create reseller");
  await plain.getByText(new RegExp(`This name is taken.*Free now: ${idea}, .+, .+\\.`)).waitFor();
});

it("shows nobody a colleague's draft", async () => {
  const [agency, other] = [await newAgency(world.app), await newAgency(world.app)];
  const { id } = await createResellerDraft(await other.ctx(), { fields: { name: "Borealis" } });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/resellers/new?draft=${id}`);
  await page.getByText("This draft is no longer there").waitFor();
  expect(await page.getByRole("textbox", { name: "Partner Name" }).inputValue()).toBe("");
});
