import { personPassword } from "@tenantry/core/testing";
import type { Page } from "playwright-core";

/** Signs in by the page, as a person does, and waits until they are in. */
export async function signIn(page: Page, email: string, password = personPassword): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
