import type { BrowserContext, Page } from "playwright-core";

/**
 * What no page may do, whatever the journey is about: ask another origin for something, break its own security policy,
 * or fail in a script (a difference between the server's HTML and the browser's counts as one). `beyond` is somebody else's site that the
 * journey leads to.
 */
export function watch(context: BrowserContext, ownPort: number, beyond?: string): string[] {
  const problems: string[] = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    const own =
      url.origin === beyond ||
      url.protocol === "data:" ||
      url.protocol === "blob:" ||
      url.port === String(ownPort);
    if (!own) problems.push(`asks a stranger: ${request.url()}`);
  });
  context.on("page", (page) => listen(page, problems));
  return problems;
}

function listen(page: Page, problems: string[]): void {
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // The browser notes every answer from 400 on; which ones are right is for the journey to say.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    problems.push(`${page.url()}: ${message.text()}`);
  });
}
