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

/** axe's rules that go by colours, which are all that changes with a page's colour scheme and its dearest ones. */
const colourRules = ["color-contrast", "link-in-text-block"];
const chosen = {
  all: {},
  colours: { runOnly: colourRules },
  "all but colours": { rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) },
};

/**
 * What axe has to say against the page as it stands. `each: "look"` asks one element of those that look the same, which
 * colours need no more of: a list's rows are what costs most.
 */
export async function violations(
  page: Page,
  rules: keyof typeof chosen,
  each: "element" | "look" = "element",
): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const options = { resultTypes: ["violations"], iframes: false, ...chosen[rules] };
  const where = each === "look" ? `{ include: (${oneOfEachLook})() }` : "document";
  const { violations } = (await page.evaluate(`axe.run(${where}, ${JSON.stringify(options)})`)) as Found;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.slice(0, 300)}`),
  );
}

/** Elements with words of their own; those that differ in nothing but content, with all that surrounds them, count once. */
function oneOfEachLook(): Element[] {
  const content =
    /^(id|href|for|name|value|title|src|d|points|datetime|aria-(label|labelledby|describedby|controls))$/;
  const looks = new Map<Element | null, string>();
  const seen = new Set<string>();
  return [...document.body.querySelectorAll("*")].filter((element) => {
    const own = [...element.attributes].filter(({ name }) => !content.test(name));
    const around = looks.get(element.parentElement) ?? "";
    // Styles also go by what is chosen within, and a hidden twin must not stand for one that is seen.
    const state = `${element.matches(":has(:checked)")} ${element.checkVisibility()}`;
    const look = `${around}>${element.tagName} ${state} ${own.map(({ name, value }) => `${name}=${value}`).join()}`;
    looks.set(element, look);
    const isNew = !seen.has(look);
    seen.add(look);
    return isNew && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
  });
}

/** Words of a page's HTML that did not come from the word files: in the pseudo-locale those stand in ⟦brackets⟧. */
export function bareWords(page: Page, html: string): Promise<string[]> {
  return page.evaluate((written) => {
    // Read, not loaded: nothing of it runs or is fetched.
    const read = new DOMParser().parseFromString(written, "text/html");
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
    const walker = read.createTreeWalker(read.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue?.trim() ?? "";
      if (!/\p{L}/u.test(text) || /[⟦⟧]/.test(text) || isOurs(walker.currentNode.parentElement)) continue;
      found.push(text);
    }
    for (const element of read.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (element.closest("[translate=no]")) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        const text = element.getAttribute(name) ?? "";
        if (/\p{L}/u.test(text) && !/[⟦⟧]/.test(text)) found.push(`${name}=${text}`);
      }
    }
    return found;
  }, html);
}

/** How far the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
