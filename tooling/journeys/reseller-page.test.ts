import { newAgency, newReseller } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { takenOver, visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

async function scene() {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  return { agency, reseller, page };
}

it("edits contact fields: a bad phone keeps everything typed, a good one is saved and shown", async () => {
  const { reseller, page } = await scene();
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Contact Person Name").fill("Bruno Alves");
  const phone = page.getByRole("textbox", { name: "Contact Person Phone" });
  await phone.fill("12");
  await page.getByText("Unsaved changes").waitFor();
  await page.getByRole("button", { name: "Save changes" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("Nothing has been changed yet");
  expect(await page.getByLabel("Contact Person Name").inputValue()).toBe("Bruno Alves");
  await phone.fill("+351 213 456 781");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.locator(".toast", { hasText: `${reseller.name} saved` }).waitFor();
  await page.getByText("Bruno Alves").waitFor();
  await page.getByText("+351 21 345 6781").waitFor();
});

it.each([true, false])(
  "says a wrong brand colour at its field and draws the stored one (scripts: %s)",
  async (javaScriptEnabled) => {
    const { agency, reseller } = await scene();
    const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled });
    const own = `/resellers/${reseller.id}`;
    await (javaScriptEnabled ? visit(page, own) : page.goto(own));
    const colour = page.getByRole("textbox", { name: "Colour", exact: true });
    await colour.fill("#0f766e");
    await page.getByRole("button", { name: "Save brand" }).click();
    await page.locator(".toast", { hasText: "saved" }).waitFor();
    const sample = page.locator(".preview .light .btn.pri");
    expect(await sample.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      "rgb(15, 118, 110)",
    );

    await colour.fill("blue");
    await page.getByRole("button", { name: "Save brand" }).click();
    await page.getByText("Write a colour as # and six digits, as in #2f55e8.").waitFor();
    expect(await colour.getAttribute("aria-invalid")).toBe("true");
    expect(await colour.inputValue()).toBe("blue");
  },
);

it("gives the focus back to the row's button when a dialog is left", async () => {
  const { reseller, page } = await scene();
  await visit(page, "/resellers");
  const button = page.getByRole("link", { name: `Delete ${reseller.name}` });
  const dialog = page.getByRole("dialog");
  const isBack = () => button.evaluate((link) => link === document.activeElement);
  for (const leave of [
    () => page.keyboard.press("Escape"),
    () => dialog.getByRole("link", { name: "Cancel" }).click(),
  ]) {
    await button.click();
    await dialog.waitFor();
    await leave();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(isBack).toBe(true);
  }
  await visit(page, `/resellers/${reseller.id}/delete`);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(isBack).toBe(true);
});

it("deletes after saying in numbers what goes, and restores", async () => {
  const { reseller, page } = await scene();
  await visit(page, "/resellers?sort=name");
  await page.getByRole("link", { name: `Delete ${reseller.name}` }).click();
  const dialog = page.getByRole("dialog", { name: `Delete ${reseller.name}?` });
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain("1 person loses access at once.");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(new URL(page.url()).search).toBe("?sort=name");

  await page.getByRole("link", { name: `Delete ${reseller.name}` }).click();
  await dialog.getByRole("button", { name: "Delete reseller" }).click();
  await page.locator(".toast", { hasText: `${reseller.name} deleted` }).waitFor();
  await page.getByRole("heading", { name: "No resellers yet" }).waitFor();
  const theirs = await world.visitor(reseller.host, { session: reseller.owner.session });
  expect((await theirs.goto("/"))?.status()).toBe(403);

  await visit(page, "/resellers?status=archived");
  const row = page.locator("tbody tr", { hasText: reseller.name });
  expect(await row.getByRole("switch").count()).toBe(0);
  expect(await row.getByRole("link", { name: /Edit|Delete/ }).count()).toBe(0);
  await row.getByText("Deleted", { exact: true }).waitFor();
  await row.getByRole("button", { name: `Restore reseller ${reseller.name}` }).click();
  await page.locator(".toast", { hasText: `${reseller.name} restored` }).waitFor();
  expect((await theirs.goto("/sign-in"))?.status()).toBe(200);
});

it("deletes and cancels without a script, over the list as it was", async () => {
  const { agency, reseller } = await scene();
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto(`/resellers/${reseller.id}/delete?sort=name`);
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.waitForURL("/resellers?sort=name");
  await page.getByRole("link", { name: `Delete ${reseller.name}` }).click();
  await page.getByRole("button", { name: "Delete reseller" }).click();
  await page.locator(".toast", { hasText: "deleted" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".toast", { hasText: "restored" }).waitFor();
});

it("tells an edit in one tab that another tab deleted the reseller", async () => {
  const { reseller, page } = await scene();
  await visit(page, `/resellers/${reseller.id}/edit`);
  const other = await page.context().newPage();
  await visit(other, "/resellers");
  await other.getByRole("switch", { name: `${reseller.name} access` }).click();
  await other.locator(".toast", { hasText: "deactivated" }).waitFor();
  await page.getByLabel("Contact Person Name").fill("Bruno Alves");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.locator(".toast", { hasText: "saved" }).waitFor();
  await page.getByText("Inactive: its people cannot sign in.").waitFor();

  await visit(page, `/resellers/${reseller.id}/edit`);
  await visit(other, `/resellers/${reseller.id}/delete`);
  await other.getByRole("button", { name: "Delete reseller" }).click();
  await other.locator(".toast", { hasText: "deleted" }).waitFor();
  await page.getByLabel("Contact Person Name").fill("Carla");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("alert").filter({ hasText: "Somebody else has changed this" }).waitFor();
  expect(await page.getByLabel("Contact Person Name").inputValue()).toBe("Carla");
});

it("tells the second of two people who edit a contact that the first was faster, and keeps what was typed", async () => {
  const { reseller, page } = await scene();
  await visit(page, `/resellers/${reseller.id}/edit`);
  const other = await page.context().newPage();
  await visit(other, `/resellers/${reseller.id}/edit`);
  await other.getByLabel("Contact Person Email").fill("first@contact.example");
  await other.getByRole("button", { name: "Save changes" }).click();
  await other.locator(".toast", { hasText: "saved" }).waitFor();
  await page.getByLabel("Contact Person Email").fill("second@contact.example");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByRole("alert").filter({ hasText: "Somebody else has changed this" }).waitFor();
  expect(await page.getByLabel("Contact Person Email").inputValue()).toBe("second@contact.example");
  await visit(other, `/resellers/${reseller.id}`);
  await other.getByText("first@contact.example").waitFor();
});

it("shows a new colour in the preview, then on the reseller's own host", async () => {
  const { reseller, page } = await scene();
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByRole("textbox", { name: "Colour", exact: true }).fill("#c2410c");
  const sample = page.locator(".preview .light .btn.pri");
  await page.waitForFunction(
    (element) => element && getComputedStyle(element).backgroundColor === "rgb(194, 65, 12)",
    await sample.elementHandle(),
  );
  await page.getByRole("button", { name: "Save brand" }).click();
  await page.locator(".toast", { hasText: "Brand saved" }).waitFor();
  const theirs = await world.visitor(reseller.host);
  await theirs.goto("/sign-in");
  const button = theirs.getByRole("button", { name: "Sign in" });
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    "rgb(194, 65, 12)",
  );
});

it("sends the activation link again, which kills the one before", async () => {
  const { page, agency } = await scene();
  const { createReseller } = await import("@tenantry/core/resellers/create");
  const { resellerInput } = await import("@tenantry/core/testing/reseller");
  const { letters } = await import("@tenantry/core/testing/agency");
  const made = await createReseller(await agency.ctx(), resellerInput(`again${letters(10)}`));
  await visit(page, `/resellers/${made.id}`);
  await page.getByRole("button", { name: "Send a new link" }).click();
  await page.locator(".toast", { hasText: "A new activation link was sent" }).waitFor();
  await takenOver(page);
  const visitor = await world.visitor(new URL(made.address).hostname);
  await visitor.goto(made.activationLink ?? "");
  await visitor.getByRole("heading", { name: "This link no longer works" }).waitFor();
});
