import { send } from "@tenantry/api/testing/web";
import { updateBrand } from "@tenantry/core/branding/update";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { newAgency, newReseller, personPassword } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { expect, it } from "vitest";
import { fillReseller, resellerFields } from "./support/reseller-form.ts";
import { signIn } from "./support/sign-in.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("tells somebody of a locked reseller who signs in whom to write to, under the reseller's name", async () => {
  const agency = await newAgency(world.app);
  const ctx = await agency.ctx();
  await updateBrand(ctx, { accountId: agency.id, color: "#2f55e8", supportEmail: "help@agency.example" });
  const reseller = await newReseller(world.app, agency, "Quiet Harbour");
  await deactivateReseller(ctx, { id: reseller.id });
  const page = await world.visitor(reseller.host);
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(reseller.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(personPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "This account is not open at the moment" }).waitFor();
  const text = (await page.locator("body").textContent()) ?? "";
  expect(text).toContain("help@agency.example");
  expect(await page.title()).toContain("Quiet Harbour");
});

it("makes a person change the password somebody else set, before anything else", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers/new");
  const fields = resellerFields();
  await fillReseller(page, fields);
  await page.getByRole("radio", { name: /^Set a password/ }).check();
  const given = `given by us ${letters(6)}`;
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(given);
  await page.getByRole("textbox", { name: "Confirm Password" }).fill(`${given}x`);
  await page.getByRole("button", { name: "Create reseller" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("Confirm Password");
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(given);
  await page.getByRole("textbox", { name: "Confirm Password" }).fill(given);
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByText("It must be changed at the first sign-in.").waitFor();

  const theirs = await world.visitor(`${fields["Login Domain"]}.partner.localhost`);
  await signIn(theirs, fields["Partner Email"], given);
  expect(new URL(theirs.url()).pathname).toBe("/change-password");
  await theirs.goto("/plans");
  expect(new URL(theirs.url()).pathname).toBe("/change-password");
  await theirs.getByLabel("Current password").fill(given);
  await theirs.getByLabel("New password", { exact: true }).fill(personPassword);
  await theirs.getByLabel("Confirm password").fill(personPassword);
  await theirs.getByRole("button", { name: "Save and go on" }).click();
  await theirs.getByRole("heading", { level: 1, name: "Home" }).waitFor();
});

it("shows a key once; it works, is rotated, and from its revocation on it is refused", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/settings/keys");
  await page.getByRole("link", { name: "Create the first key" }).click();
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Key name").fill("Reports");
  await page.getByRole("checkbox", { name: /^Read resellers/ }).check();
  await page.getByLabel("Expires").selectOption("In 90 days");
  await page.getByRole("button", { name: "Create key" }).click();
  const shown = page.getByRole("textbox", { name: "API key" });
  const first = await shown.inputValue();
  const use = (key: string) => send(world.port, agency.host, "/api/v1/resellers", { key });
  expect((await use(first)).status).toBe(200);
  await page.getByRole("link", { name: "I have copied it" }).click();
  await page.getByRole("link", { name: "Rotate Reports" }).click();
  await page.getByLabel("Keep the old secret working").selectOption("Not at all");
  await page.getByRole("button", { name: "Rotate key" }).click();
  const key = await shown.inputValue();
  expect([(await use(first)).status, (await use(key)).status]).toEqual([401, 200]);
  await page.getByRole("link", { name: "I have copied it" }).click();
  await page.getByRole("link", { name: "Revoke Reports" }).click();
  expect(await page.content()).not.toContain(key);
  await page.getByRole("dialog").getByRole("button", { name: "Revoke key" }).click();
  await page.locator(".toast", { hasText: "Reports revoked" }).waitFor();
  expect((await use(key)).status).toBe(401);
});

it("lists sessions and ends another browser's, which then stands at the sign-in page", async () => {
  const agency = await newAgency(world.app);
  const here = await world.visitor(agency.host);
  const there = await world.visitor(agency.host);
  await signIn(here, agency.owner.email);
  await signIn(there, agency.owner.email);
  await visit(there, "/resellers");
  await visit(here, "/settings/sessions");
  expect(await here.locator("tbody tr").count()).toBe(3);
  expect(await here.locator("tbody tr", { hasText: "This session" }).count()).toBe(1);
  await here.getByRole("button", { name: "End all others" }).click();
  await here.locator(".toast", { hasText: "All other sessions ended" }).waitFor();
  expect(await here.locator("tbody tr").count()).toBe(1);
  await there.getByRole("link", { name: "Plans" }).first().click();
  await there.waitForURL("/sign-in?next=%2Fplans");
  await there.getByLabel("Email").fill(agency.owner.email);
  await there.getByLabel("Password", { exact: true }).fill(personPassword);
  await there.getByRole("button", { name: "Sign in" }).click();
  await there.getByRole("heading", { level: 1, name: "Plans" }).waitFor();
});

it("refuses a wrong password with one sentence, keeps the address and never the password", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host);
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(agency.owner.email);
  await page.getByLabel("Password", { exact: true }).fill("not my password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Email").inputValue()).toBe(agency.owner.email);
  expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("");
});

it("goes back to the first page after signing in where the session ended on it", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const page = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(page, "/plans");
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Home" }).first().click();
  await page.waitForURL("/sign-in");
});

it("changes the theme at once and keeps it, with and without a script", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/plans");
  await page.locator("aside summary.me").click();
  await page.locator("aside").getByRole("button", { name: "Dark" }).click();
  await page.locator("html[data-theme=dark]").waitFor();
  await page.reload();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  const plain = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await plain.goto("/plans");
  await plain.locator("aside summary.me").click();
  await plain.locator("aside").getByRole("button", { name: "Dark" }).click();
  await plain.locator("html[data-theme=dark]").waitFor();
  expect(new URL(plain.url()).pathname).toBe("/plans");
});

it("answers a host that is nobody's with plain text", async () => {
  const page = await world.visitor("nobody.localhost");
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(404);
  expect(await answer?.text()).toBe("Not Found\n");
});
