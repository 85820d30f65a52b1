import type { Page } from "playwright-core";
import { operatorHost } from "./operator.ts";
import type { Scene } from "./scene.ts";

/** A page in one of its states: who opens it where, and what is done on it first. */
export interface View {
  state: "full" | "empty" | "error" | "dialog" | "menu" | "locked";
  host: string;
  session?: string;
  path: string;
  act?: (page: Page) => Promise<void>;
}

/** Somebody at a host. */
export type Place = Pick<View, "host" | "session">;

/** Who opens pages. */
export function visitorsOf(s: Scene) {
  return {
    owner: { host: s.agency.host, session: s.agency.owner.session },
    fresh: { host: s.empty.host, session: s.empty.owner.session },
    partner: { host: s.reseller.host, session: s.reseller.owner.session },
    seller: { host: s.seller.host, session: s.seller.owner.session },
    idle: { host: s.idle.host, session: s.idle.owner.session },
    operator: { host: operatorHost, session: s.operator.session },
  } satisfies Record<string, Place>;
}

export const full = (who: Place, path: string): View => ({ ...who, state: "full", path });
export const empty = (who: Place, path: string): View => ({ ...who, state: "empty", path });
export const dialog = (who: Place, path: string): View => ({ ...who, state: "dialog", path });

/** A form sent as it is, or with one field filled in wrong. */
export const error = (who: Place, path: string, button: string, field?: [string, string]): View => ({
  ...full(who, path),
  state: "error",
  act: async (page) => {
    if (field) await page.getByRole("textbox", { name: field[0], exact: true }).fill(field[1]);
    await page.getByRole("button", { name: button }).click();
    await page.locator("[role=alert], .msg.err").first().waitFor();
  },
});
