import type { Page } from "playwright-core";

export async function startSecondStep(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByRole("img", { name: "QR code with your secret" }).waitFor();
}

export async function openPalette(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("combobox").fill("re");
  await page.getByRole("option", { name: /@/ }).first().waitFor();
}

/** The page that shows the new secret is an answer and has no address of its own. */
export async function rotateSecret(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Rotate secret" }).click();
  await page.getByText("Copy the secret now").waitFor();
}

export async function openMenu(page: Page): Promise<void> {
  await page.locator("aside summary.me").click();
}

export async function openFilter(page: Page): Promise<void> {
  await page.locator("summary.chip").first().click();
}

/** Later, and no day: refused. */
export async function chooseLaterWithoutDay(page: Page): Promise<void> {
  await page.getByLabel("Takes effect").selectOption("later");
  await page.getByRole("button", { name: "Change type" }).click();
  await page.locator("[role=alert]").first().waitFor();
}

export async function review(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("heading", { name: "Check before creating" }).waitFor();
}

/** A share, and no number: refused. */
export async function previewWithoutPercent(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /^A share/ }).check();
  await page.getByLabel("Percent").fill("");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.locator(".msg.err").first().waitFor();
}

/** Asks for a ratio below what there is. */
export async function refuseRatio(page: Page): Promise<void> {
  await page.getByLabel("Percent of what there is").fill("90");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".msg.err").first().waitFor();
}

/** Asks for the receipt to be sent to no address: refused. */
export async function payWithoutAddress(page: Page): Promise<void> {
  await page.getByLabel("Email for the receipt").fill("nobody");
  await page.getByRole("button", { name: /^Pay/ }).click();
  await page.locator(".msg.err").first().waitFor();
}
