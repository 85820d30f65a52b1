import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const systems = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** Where `npm test` found a Chromium; by itself a suite takes the system's. */
const executablePath = process.env.TENANTRY_CHROMIUM ?? systems.find((program) => existsSync(program));

const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-sync", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update"],
];

/** A browser with fresh user data. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}
