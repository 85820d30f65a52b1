import { signIn } from "@tenantry/core/identity/sign-in";
import { type Agency, contextFor, newAgency, personPassword } from "@tenantry/core/testing";
import { newReseller } from "@tenantry/core/testing/reseller";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { fillReseller, resellerFields } from "./support/reseller-form.ts";
import { keepSession } from "./support/session.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** Ends every session of somebody, as another browser or an administrator would. */
async function endSessions(agencyId: string): Promise<void> {
  await world.app.admin.query("delete from sessions where agency_id = $1", [agencyId]);
}

async function newSession({ host, owner: { email } }: Agency): Promise<string> {
  const nobody = await contextFor(world.app, host);
  const started = await signIn(nobody, { email, password: personPassword });
  if (!("token" in started)) throw new Error("Somebody without a second step was asked for one");
  return started.token;
}

async function expectTyped(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    expect(await page.getByRole("textbox", { name: label, exact: true }).inputValue(), label).toBe(value);
}

it("keeps the page when the network is gone: the switch goes back, a form keeps what was typed, both say so", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  await page.context().setOffline(true);
  const toggle = page.getByRole("switch", { name: `${reseller.name} access` });
  await toggle.click();
  await page.getByText("You are offline").waitFor();
  expect(await page.locator(".toast").textContent()).toContain("nothing has been changed");
  await page.getByRole("switch", { name: `${reseller.name} access`, checked: true }).waitFor();

  await page.context().setOffline(false);
  await visit(page, "/resellers/new");
  const fields = resellerFields();
  await fillReseller(page, fields);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByRole("alert").getByText("You are offline").waitFor();
  await expectTyped(page, fields);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByText(`${fields["Partner Name"]} is created`).waitFor();
});

it("keeps what was typed when the session has ended, and sends it once somebody has signed in again", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  await endSessions(agency.id);
  await page.getByRole("switch", { name: `${reseller.name} access` }).click();
  await page.locator(".toast").getByRole("link", { name: "Sign in" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/resellers");

  await keepSession(page.context(), agency.host, await newSession(agency));
  await visit(page, "/resellers/new");
  const fields = resellerFields();
  await fillReseller(page, fields);
  await endSessions(agency.id);
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByRole("alert").getByText("You are signed out").waitFor();
  await expectTyped(page, fields);
  await keepSession(page.context(), agency.host, await newSession(agency));
  await page.getByRole("button", { name: "Create reseller" }).click();
  await page.getByText(`${fields["Partner Name"]} is created`).waitFor();
});

it("keeps a form without a script too, but for passwords, and says why somebody has to sign in", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/resellers/new");
  const fields = resellerFields();
  await fillReseller(page, fields);
  await endSessions(agency.id);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Create reseller" }).click();
  expect((await answered).status()).toBe(401);
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  expect(await page.locator("input[name=password]").count()).toBe(0);
  await keepSession(page.context(), agency.host, await newSession(agency));
  await page.getByRole("button", { name: "Send again" }).click();
  await page.getByText(`${fields["Partner Name"]} is created`).waitFor();

  await endSessions(agency.id);
  await page.goto("/resellers");
  expect(page.url()).toContain("/sign-in?next=%2Fresellers");
  await page.getByText("Sign in to open the page you asked for.").waitFor();
});
