import { letters } from "@tenantry/core/testing/agency";
import type { Page } from "playwright-core";

/** What a person types into "Create reseller", by the labels they read. */
export function resellerFields(loginDomain = `j${letters(14)}`) {
  return {
    "Partner Name": `Harbour ${loginDomain}`,
    "Partner Email": `ana@${loginDomain}.example`,
    "Partner Phone": "213 456 789",
    "Contact Person Name": "Ana Duarte",
    "Contact Person Email": `ana.duarte@${loginDomain}.example`,
    "Contact Person Phone": "213 456 780",
    "Login Domain": loginDomain,
  };
}

export type ResellerFields = ReturnType<typeof resellerFields>;

export async function fillReseller(page: Page, fields: Partial<ResellerFields>): Promise<void> {
  for (const label of ["Partner Phone", "Contact Person Phone"])
    await page.getByLabel(`Country code of ${label}`).selectOption("PT");
  for (const [label, value] of Object.entries(fields))
    await page.getByRole("textbox", { name: label, exact: true }).fill(value);
}

/** Takes up an activation link: the person names themselves and chooses a password. */
export async function accept(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill("Ana Duarte");
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("Confirm password").fill(password);
  await page.getByRole("button", { name: "Start using the account" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/invitation"));
}
