import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Served } from "../journeys/support/serve-app.ts";
import { keepSession } from "../journeys/support/session.ts";
import { takenOver } from "../journeys/support/visit.ts";

export interface Shot {
  /** The file's name without its ending. */
  name: string;
  host: string;
  session?: string;
  path: string;
  size: { width: number; height: number };
  scheme?: "light" | "dark";
  /** The whole page, and not only what a window shows of it. */
  whole?: boolean;
  act?: (page: Page) => Promise<void>;
}

export async function take(served: Served, browser: Browser, shot: Shot, folder: string): Promise<void> {
  const context = await browser.newContext({
    baseURL: served.origin(shot.host),
    viewport: shot.size,
    colorScheme: shot.scheme ?? "light",
    reducedMotion: "reduce",
  });
  try {
    if (shot.session) await keepSession(context, shot.host, shot.session);
    const page = await context.newPage();
    await page.goto(shot.path);
    await takenOver(page);
    await shot.act?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: shot.whole });
  } finally {
    await context.close();
  }
}
