import type { Scene } from "./scene.ts";
import { dialog, empty, error, full, type View, visitorsOf } from "./view.ts";

/** Pages on which something is sold, and of what was sold. */
export function subscriptionViews(s: Scene): Record<string, View[]> {
  const { owner, fresh, partner } = visitorsOf(s);
  const { buyer, customer, subscription, ending } = s.invoices;
  const own = `/subscriptions/${subscription}`;
  return {
    "/customers/:id/sell": [
      full(owner, `/customers/${customer}/sell`),
      full(partner, `/customers/${buyer}/sell`),
      error(partner, `/customers/${buyer}/sell`, "Show what it comes to", ["Quantity", "none"]),
    ],
    "/subscriptions": [
      full(owner, "/subscriptions"),
      full(partner, `/subscriptions?sort=-mrr&state=active&sold=own&customer=${buyer}`),
      empty(fresh, "/subscriptions"),
      empty(owner, "/subscriptions?q=nobody&currency=EUR"),
    ],
    "/subscriptions/:id": [
      full(partner, own),
      full(owner, `/subscriptions/${ending}`),
      full(owner, `/subscriptions/${s.wholesale.id}`),
    ],
    "/resellers/:id/wholesale": [
      full(owner, `/resellers/${s.uncharged}/wholesale?price=EUR.month`),
      empty(owner, `/resellers/${s.charged}/wholesale`),
      empty(owner, `/resellers/${s.reseller.id}/wholesale`),
    ],
    "/subscriptions/:id/cancel": [dialog(partner, `${own}/cancel`)],
    "/subscriptions/:id/change": [full(partner, `${own}/change?quantity=3`)],
  };
}
