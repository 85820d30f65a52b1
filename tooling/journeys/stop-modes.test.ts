import { createCustomer } from "@tenantry/core/customers/create";
import { asUpline, newAgency, newReseller, newResellerOf } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

async function scene(javaScriptEnabled = true) {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const support = "update brands set support_email = $2 where account_id = $1";
  await world.app.admin.query(support, [reseller.id, `help@${agency.slug}.example`]);
  for (const name of ["First", "Second"])
    await createCustomer(await agency.ctx(), { name, parentId: reseller.id });
  const session = agency.owner.session;
  const page = await world.visitor(agency.host, { session, javaScriptEnabled });
  const theirs = await world.visitor(reseller.host, { session: reseller.owner.session });
  return { agency, reseller, page, theirs };
}

it("stops sales after saying in numbers who is affected; the list says so, and Undo takes it back", async () => {
  const { agency, reseller, page, theirs } = await scene();
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByText(`write to help@${agency.slug}.example`).waitFor();
  await page.getByRole("link", { name: "Stop sales…" }).click();
  const dialog = page.getByRole("dialog", { name: `Stop the sales of ${reseller.name}?` });
  await dialog.waitFor();
  const words = await dialog.textContent();
  expect(words).toContain("1 person can still sign in.");
  expect(words).toContain("2 customers keep their service.");
  await dialog.getByRole("button", { name: "Stop sales" }).click();
  await page.locator(".toast", { hasText: `Sales of ${reseller.name} stopped` }).waitFor();
  await page.getByText("Sales stop: no new customers or plans.").waitFor();

  expect((await theirs.goto("/"))?.status()).toBe(200);
  await theirs.getByText("New customers and new plans are stopped at the moment.").waitFor();

  await page.locator("body").press("z");
  await page.locator(".toast", { hasText: `${reseller.name} activated` }).waitFor();
  await page.getByText("Sales stop: no new customers or plans.").waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Stop sales…" }).click();
  await dialog.getByRole("button", { name: "Stop sales" }).click();
  await page.locator(".toast", { hasText: "stopped" }).waitFor();
  await visit(page, "/resellers?status=sales_stopped");
  const toggle = page.getByRole("switch", { name: `${reseller.name} access` });
  expect([await toggle.textContent(), await toggle.getAttribute("aria-checked")]).toEqual([
    "Sales stop",
    "true",
  ]);
  await visit(page, "/resellers?status=active");
  await page.getByRole("heading", { name: "No reseller matches" }).waitFor();
});

it("stops everything and starts it again without a script", async () => {
  const { reseller, page, theirs } = await scene(false);
  await page.goto(`/resellers/${reseller.id}`);
  await page.getByRole("link", { name: "Stop everything…" }).click();
  const dialog = page.getByRole("dialog", { name: `Stop ${reseller.name} altogether?` });
  const words = await dialog.textContent();
  expect(words).toContain("1 of them is signed in now.");
  expect(words).toContain("2 customers lose their service at once.");
  await dialog.getByRole("button", { name: "Stop everything" }).click();
  await page.locator(".toast", { hasText: `${reseller.name} stopped altogether` }).waitFor();
  await page.getByText("Full stop: its people cannot sign in").waitFor();
  expect((await theirs.goto("/"))?.status()).toBe(403);
  await page.getByRole("link", { name: "Activate…" }).click();
  await page.getByRole("button", { name: "Activate", exact: true }).click();
  await page.locator(".toast", { hasText: `${reseller.name} activated` }).waitFor();
  expect((await theirs.goto("/"))?.status()).toBe(200);
});

it("gives the focus back to the button that opened it", async () => {
  const { reseller, page } = await scene();
  await visit(page, `/resellers/${reseller.id}`);
  const button = page.getByRole("link", { name: "Lock portal…" });
  await button.click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => button.evaluate((link) => link === document.activeElement)).toBe(true);
});

it("says before an upline is stopped, whichever way, how many resellers beneath it go on", async () => {
  const { agency, reseller, page } = await scene(false);
  const upline = await asUpline(world.app, agency, reseller);
  const [first] = [
    await newResellerOf(world.app, agency, upline),
    await newResellerOf(world.app, agency, upline),
  ];
  const told = "2 resellers beneath it go on as before, with their customers.";
  const goOn = page.getByText(/beneath it goe?s? on/);
  for (const mode of ["sales_stopped", "inactive", "stopped"]) {
    await page.goto(`/resellers/${reseller.id}/stop?mode=${mode}`);
    expect(await goOn.allTextContents()).toEqual([told]);
  }
  await page.getByRole("button", { name: "Stop everything" }).click();
  await page.locator(".toast", { hasText: `${reseller.name} stopped altogether` }).waitFor();
  await page.goto(`/resellers/${reseller.id}/stop?mode=active`);
  expect(await goOn.count()).toBe(0);
  await page.goto(`/resellers/${first.id}/stop?mode=stopped`);
  await page.getByText("It has no customers.").waitFor();
  expect(await goOn.count()).toBe(0);
  const theirs = await world.visitor(first.host, { session: first.owner.session });
  expect((await theirs.goto("/"))?.status()).toBe(200);
}, 60_000);
