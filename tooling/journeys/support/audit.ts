import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(
  createRequire(require.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
  "utf8",
);

interface Found {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What axe has to say against the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], iframes: false })",
  )) as Found;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.slice(0, 300)}`),
  );
}

/** Words on the page that did not come from the word files: in the pseudo-locale those stand in ⟦brackets⟧. */
export function bareWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const isOurs = (element: Element | null): boolean => {
      for (let at = element; at; at = at.parentElement) {
        if (at.getAttribute("translate") === "no" || at.matches("script, style, time, noscript, svg"))
          return true;
        if (at.matches("p, li, dt, dd, td, th, label, button, a, h1, h2, span, div, summary")) {
          const text = at.textContent?.trim() ?? "";
          if (text.startsWith("⟦") && text.endsWith("⟧")) return true;
        }
      }
      return false;
    };
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue?.trim() ?? "";
      if (!/\p{L}/u.test(text) || /[⟦⟧]/.test(text) || isOurs(walker.currentNode.parentElement)) continue;
      found.push(text);
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (element.closest("[translate=no]")) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        const text = element.getAttribute(name) ?? "";
        if (/\p{L}/u.test(text) && !/[⟦⟧]/.test(text)) found.push(`${name}=${text}`);
      }
    }
    return found;
  });
}

/** How far the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
