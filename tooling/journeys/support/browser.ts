import { type Browser, chromium } from "playwright-core";

/** Where `npm test` found a Chromium; by itself a suite takes the system's. */
const executablePath = process.env.TENANTRY_CHROMIUM ?? "/usr/bin/chromium";

const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-sync", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update"],
];

/** A browser with fresh user data. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}
