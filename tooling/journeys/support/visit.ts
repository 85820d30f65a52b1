import type { Page } from "playwright-core";

/** Opens a page and waits until its script has taken over: before that a click is a plain form's or link's. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await takenOver(page);
}

/** For pages that were loaded whole by a click or a redirect. Pages without any script are ready at once. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const scripts = document.querySelectorAll("script[type=module]");
    if (scripts.length === 0) return document.readyState === "complete";
    // React marks each element it has taken over; the last of the body comes last.
    const last = [...document.body.querySelectorAll("*:not(script)")].at(-1);
    return last && Object.keys(last).some((key) => key.startsWith("__reactFiber"));
  });
  // Effects run after the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Opens a page as the server sends it, without its scripts. */
export async function readAsSent(page: Page, path: string): Promise<void> {
  const scripts = "**/*.js";
  await page.route(scripts, (route) => route.abort());
  await page.goto(path);
  await page.unroute(scripts);
}
