import type { Scene } from "./scene.ts";
import { empty, error, full, type View, visitorsOf } from "./view.ts";

/** Pages of customers, on an agency's host and on a reseller's, in every state. */
export function customerViews(s: Scene): Record<string, View[]> {
  const { owner, fresh, partner, idle } = visitorsOf(s);
  const own = `/customers/${s.given}`;
  return {
    "/customers": [
      full(owner, "/customers"),
      full(partner, "/customers?sort=-joined"),
      full(partner, "/customers?view=org"),
      full(owner, `/customers?status=active&seller=${s.reseller.id}`),
      empty(fresh, "/customers"),
      empty(idle, "/customers"),
      empty(owner, "/customers?q=nobody&seller=agency"),
    ],
    "/company": [full(partner, "/company")],
    "/customers/new": [
      full(owner, "/customers/new"),
      full(partner, "/customers/new"),
      error(owner, "/customers/new", "Add customer"),
    ],
    "/customers/:id": [
      full(owner, own),
      full(partner, own),
      full(owner, `/customers/${s.customers.inactive}`),
    ],
    "/customers/:id/edit": [
      full(owner, `${own}/edit`),
      error(partner, `${own}/edit`, "Save changes", ["Name", ""]),
    ],
  };
}
