import type { Scene } from "./scene.ts";
import { dialog, empty, error, full, type View, visitorsOf } from "./view.ts";

/** Pages of customers, on an agency's host and on a reseller's, in every state. */
export function customerViews(s: Scene): Record<string, View[]> {
  const { owner, fresh, partner, idle } = visitorsOf(s);
  const own = `/customers/${s.given}`;
  const { mapping, checked, finished, ofSeller } = s.imports.customers;
  const file = (id: string) => `/customer-imports/${id}`;
  const files = {
    mapping: file(mapping),
    checked: file(checked),
    finished: file(finished),
    ofSeller: file(ofSeller),
  };
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
    "/settings/export": [full(owner, "/settings/export"), full(partner, "/settings/export")],
    "/customers/:id/transfer": [full(owner, `${own}/transfer?to=agency`), full(partner, `${own}/transfer`)],
    "/transfers": [full(owner, "/transfers"), full(partner, "/transfers"), empty(fresh, "/transfers")],
    "/transfers/:id": [full(owner, s.customers.move), full(partner, s.customers.move)],
    "/account": [full({ host: s.customers.host, session: s.customers.user.session }, "/account")],
    "/accounts": [full({ host: s.customers.host, session: s.customers.both.session }, "/accounts")],
    "/customers/:id/users/:userId": [full(partner, `${own}/users/${s.customers.user.userId}`)],
    "/customers/:id/users/:userId/remove": [
      dialog(partner, `${own}/users/${s.customers.user.userId}/remove`),
    ],
    "/customers/:id/users/:userId/disable": [
      dialog(owner, `${own}/users/${s.customers.user.userId}/disable`),
    ],
    "/customers/:id/users": [full(partner, `${own}/users`), empty(owner, `${own}/users?q=nobody`)],
    "/customers/:id/users/new": [
      full(partner, `${own}/users/new`),
      error(owner, `${own}/users/new`, "Send invitation"),
    ],
    "/customers/new": [
      full(owner, "/customers/new"),
      full(partner, "/customers/new"),
      error(owner, "/customers/new", "Add customer"),
    ],
    "/customers/import": [
      full(owner, "/customers/import"),
      full(partner, "/customers/import"),
      empty(fresh, "/customers/import"),
      error(owner, "/customers/import", "Read the file"),
    ],
    "/customer-imports/:id": [
      full(owner, files.checked),
      full(owner, files.mapping),
      full(owner, files.finished),
      full(partner, files.ofSeller),
      empty(owner, `${files.checked}?state=failed`),
    ],
    "/customer-imports/:id/remove": [dialog(owner, `${files.mapping}/remove`)],
    "/customers/:id": [
      full(owner, own),
      full(partner, own),
      full(owner, `/customers/${s.customers.inactive}`),
    ],
    "/customers/:id/claim": [
      dialog(owner, `${own}/claim`),
      error(owner, `${own}/claim`, "Extend", ["Days", "400"]),
    ],
    "/customers/:id/edit": [
      full(owner, `${own}/edit`),
      error(partner, `${own}/edit`, "Save changes", ["Name", ""]),
    ],
  };
}
