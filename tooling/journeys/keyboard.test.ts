import { newAgency, newReseller, personPassword } from "@tenantry/core/testing";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { resellerFields } from "./support/reseller-form.ts";
import { takenOver } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** What a screen reader would say about the place where the keyboard is: name and kind. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
    if (at === document.body) return "the page";
    const label = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
    return `${label?.replace(/\s+/g, " ").trim()}`;
  });

/** Tabs on until the keyboard stands on something called so. */
async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (typeof name === "string" ? here === name : name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`The keyboard never came to ${name}; it passed ${passed.join(" | ")}`);
}

it("signs in, creates, toggles and opens menu and dialog by keys alone", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const page = await world.visitor(agency.host);
  await page.goto("/sign-in");
  await tabTo(page, "Email");
  await page.keyboard.type(agency.owner.email);
  await tabTo(page, "Password");
  await page.keyboard.type(personPassword);
  await page.keyboard.press("Enter");
  await page.waitForURL("/resellers");
  await takenOver(page);

  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to content");
  await tabTo(page, /^OO\s?Olga Owner/);
  await page.keyboard.press("Enter");
  await tabTo(page, "Profile");
  await page.keyboard.press("Enter");
  await page.waitForURL("/settings/profile");
  await page.goBack();
  await page.waitForURL("/resellers");

  await tabTo(page, `${reseller.name} access`);
  await page.keyboard.press("Space");
  await page.locator(".toast", { hasText: "deactivated" }).waitFor();
  expect(await focused(page)).toBe(`${reseller.name} access`);
  await page.keyboard.press("z");
  await page.locator(".toast", { hasText: `${reseller.name} activated` }).waitFor();

  await tabTo(page, `Delete ${reseller.name}`);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo(page, "Delete reseller");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await tabTo(page, "Create reseller", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("/resellers/new");
  await page.getByRole("textbox", { name: "Partner Name" }).waitFor();
  const fields = resellerFields();
  for (const [label, value] of Object.entries(fields)) {
    await tabTo(page, label);
    await page.keyboard.type(label.endsWith("Phone") ? "+351 213 456 789" : value);
  }
  await page.keyboard.press("Enter");
  await page.getByText(`${fields["Partner Name"]} is created`).waitFor();
});
