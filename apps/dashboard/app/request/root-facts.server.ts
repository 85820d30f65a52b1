import { brandCss } from "@tenantry/core/branding/css";
import { favicon } from "@tenantry/core/branding/favicon";
import { shortestPassword } from "@tenantry/core/identity/set-password";
import { closesPortal } from "./closed.ts";
import type { Page } from "./page.ts";
import { readLocale, readTheme } from "./preferences.ts";
import { supportOf } from "./support.ts";

/** What every page of a host is drawn with: whose it is, its brand, the reader's choices. */
export function rootFacts({ tenant, zone, demo, requestId, ctx, refusal }: Page, cookies: string | null) {
  return {
    tenantName: tenant.name,
    icon: favicon(tenant.name, tenant.colour),
    zone,
    supportEmail: refusal && closesPortal(refusal) ? undefined : supportOf(ctx),
    requestId,
    shortestPassword: shortestPassword(ctx.tenant?.kind ?? "operator"),
    brand: tenant.colour ? brandOf(tenant.colour) : "",
    theme: readTheme(cookies),
    locale: readLocale(cookies, demo),
  };
}
export type RootFacts = ReturnType<typeof rootFacts>;

const mostBrands = 1_000;
const brands = new Map<string, string>();

/** A colour's tokens, worked out once: some milliseconds of searching for what is readable. */
function brandOf(colour: string): string {
  const known = brands.get(colour);
  if (known !== undefined) return known;
  if (brands.size >= mostBrands) brands.clear();
  const css = brandCss(colour);
  brands.set(colour, css);
  return css;
}
