import type { Scene } from "./scene.ts";
import type { View } from "./view.ts";

/** Adds the pages of uplines, and the pages of resellers as an upline has them, to all others. */
export function withUplines(s: Scene, pages: Record<string, View[]>): Record<string, View[]> {
  const views = { ...pages };
  for (const added of [uplineViews(s), viewsBeneath(s)])
    for (const [path, more] of Object.entries(added)) views[path] = [...(views[path] ?? []), ...more];
  return views;
}

/** Pages of distributors and ceilings on the agency's host, in every state. */
function uplineViews({ agency, empty, uplines }: Scene): Record<string, View[]> {
  const owner = { host: agency.host, session: agency.owner.session };
  const full = (path: string): View => ({ ...owner, state: "full", path });
  const dialog = (path: string): View => ({ ...owner, state: "dialog", path });
  const own = `/distributors/${uplines.distributor.id}`;
  const refused = (path: string, button: string, number: string): View => ({
    ...full(path),
    state: "error",
    act: async (page) => {
      await page.getByRole("textbox", { name: "Resellers at most" }).fill(number);
      await page.getByRole("button", { name: button }).click();
      await page.locator("[role=alert], .msg.err").first().waitFor();
    },
  });
  return {
    "/distributors": [
      full("/distributors"),
      full("/distributors?status=archived&sort=name"),
      { host: empty.host, session: empty.owner.session, state: "empty", path: "/distributors" },
      { ...owner, state: "empty", path: "/distributors?q=nobody" },
    ],
    "/distributors/new": [
      full("/distributors/new"),
      refused("/distributors/new", "Create distributor", "-1"),
    ],
    "/distributors/:id": [full(own), full(`/distributors/${uplines.gone.id}`)],
    "/distributors/:id/access": [dialog(`${own}/access`)],
    "/distributors/:id/delete": [dialog(`${own}/delete`)],
    "/distributors/:id/edit": [full(`${own}/edit`)],
    "/distributors/:id/ceiling": [full(`${own}/ceiling`), refused(`${own}/ceiling`, "Save changes", "0")],
    // What its upline has stopped or deleted, the agency makes its own.
    "/resellers/:id": [full(`/resellers/${uplines.stopped.id}`), full(`/resellers/${uplines.removed.id}`)],
    "/resellers/:id/stop": [dialog(`/resellers/${uplines.stopped.id}/stop?mode=sales_stopped`)],
    "/resellers/:id/beneath": [full(`/resellers/${uplines.idle.id}/beneath`)],
  };
}

/** The pages of resellers as an upline has them on its own host. */
function viewsBeneath({ uplines }: Scene): Record<string, View[]> {
  const { distributor, idle, reseller } = uplines;
  const theirs = { host: distributor.host, session: distributor.owner.session };
  const full = (path: string): View => ({ ...theirs, state: "full", path });
  const one = `/resellers/${reseller.id}`;
  return {
    "/settings/audit": [full("/settings/audit?beneath=true")],
    "/resellers": [
      full("/resellers"),
      { host: idle.host, session: idle.owner.session, state: "empty", path: "/resellers" },
    ],
    "/allowances": [full("/allowances")],
    "/allowances/:accountId/:meter": [full(`/allowances/${reseller.id}/messages?units=300`)],
    "/resellers/new": [full("/resellers/new")],
    "/resellers/:id": [full(one)],
    "/resellers/:id/edit": [full(`${one}/edit`)],
    "/resellers/:id/stop": [{ ...full(`${one}/stop?mode=stopped`), state: "dialog" }],
    "/resellers/:id/delete": [{ ...full(`${one}/delete`), state: "dialog" }],
  };
}
