import type { Scene } from "./scene.ts";
import { dialog, empty, error, full, type View, visitorsOf } from "./view.ts";

/** Pages of what resellers earn and how it reaches them, of rates, and of who sells when; in every state. */
export function earningViews(s: Scene): Record<string, View[]> {
  const { owner, fresh, seller, partner, idle } = visitorsOf(s);
  const { agency, agent, plan, payouts, lines } = s.earnings;
  const payer = { host: agency.host, session: agency.owner.session };
  const payee = { host: agent.host, session: agent.owner.session };
  const line = (id: string, dialog = "") => `/commissions/${id}${dialog}`;
  const one = (id: string) => `/payouts/${id}`;
  const noReference = (id: string, move: string, button: string) =>
    error(payer, `${one(id)}/${move}`, button);
  return {
    "/commissions": [
      full(payer, "/commissions?outcome=all"),
      full(payee, "/commissions?sort=at"),
      full(payer, `/commissions?reseller=${agent.id}&state=pending`),
      empty(fresh, "/commissions"),
      empty(seller, "/commissions"),
      empty(payer, "/commissions?outcome=zero&state=paid"),
    ],
    "/commissions/:id": [
      full(payer, line(lines.settled)),
      full(payee, line(lines.disputed)),
      full(payee, line(lines.undisputed)),
      full(payee, line(s.earnings.converted.line)),
    ],
    "/commissions/:id/dispute": [
      dialog(payee, line(lines.undisputed, "/dispute")),
      error(payee, line(lines.undisputed, "/dispute"), "Dispute it"),
    ],
    "/commissions/:id/withdraw": [dialog(payee, line(lines.disputed, "/withdraw"))],
    "/commissions/:id/settle": [
      dialog(payer, line(lines.disputed, "/settle")),
      error(payer, line(lines.disputed, "/settle"), "Answer", ["What the line comes to", "lots"]),
    ],
    "/statements": [full(payer, "/statements?month=2027-06"), empty(fresh, "/statements?month=2027-06")],
    "/statements/:id": [
      full(payer, `/statements/${agent.id}?month=2027-06`),
      full(payee, `/statements/${agent.id}?month=2027-07`),
      empty(payee, `/statements/${agent.id}?month=2027-01`),
    ],
    "/reports": [
      full(payer, "/reports?from=2027-01-01&to=2027-12-31&by=reseller"),
      full(payee, "/reports?from=2027-01-01&to=2027-12-31&sort=name"),
      full(payer, "/reports?from=2027-02-01&to=2027-01-01"),
      empty(fresh, "/reports"),
    ],
    "/reports/leakage": [
      full(payer, "/reports/leakage?sort=-amount"),
      full(payee, "/reports/leakage?days=0"),
      empty(fresh, "/reports/leakage"),
      empty(payer, "/reports/leakage?kind=quantity_differs&q=nobody"),
    ],
    "/payouts": [
      full(payer, "/payouts"),
      full(payee, "/payouts?sort=created"),
      empty(fresh, "/payouts"),
      empty(partner, "/payouts"),
      empty(payer, "/payouts?state=cancelled"),
    ],
    "/payouts/exchange-rates": [
      full(payer, "/payouts/exchange-rates?sort=set"),
      empty(fresh, "/payouts/exchange-rates"),
      empty(payer, "/payouts/exchange-rates?currency=JPY"),
    ],
    "/payouts/exchange-rates/new": [
      dialog(payer, "/payouts/exchange-rates/new"),
      error(payer, "/payouts/exchange-rates/new", "Add rate", ["Is worth", "lots"]),
    ],
    "/resellers/:id/payout-currency": [dialog(payer, `/resellers/${agent.id}/payout-currency`)],
    "/payouts/new": [
      full(payer, "/payouts/new"),
      full(payer, `/payouts/new?minimum=2&exclude=${agent.id}`),
      full(payer, "/payouts/new?minimum=2000"),
      full(payer, "/payouts/new?minimum=lots"),
      empty(fresh, "/payouts/new"),
    ],
    "/payouts/bank-file": [full(payer, "/payouts/bank-file"), empty(fresh, "/payouts/bank-file")],
    "/payouts/:id": [
      full(payer, one(payouts.draft)),
      full(payer, one(payouts.sent)),
      full(payee, one(payouts.arrived)),
      full(payer, one(s.earnings.converted.payout)),
    ],
    "/payouts/:id/send": [dialog(payer, `${one(payouts.draft)}/send`)],
    "/payouts/:id/cancel": [dialog(payer, `${one(payouts.draft)}/cancel`)],
    "/payouts/:id/complete": [
      dialog(payer, `${one(payouts.sent)}/complete`),
      noReference(payouts.sent, "complete", "It arrived"),
    ],
    "/payouts/:id/fail": [
      dialog(payer, `${one(payouts.sent)}/fail`),
      noReference(payouts.sent, "fail", "It came back"),
    ],
    "/resellers/:id/rate": [
      dialog(payer, `/resellers/${agent.id}/rate`),
      error(payer, `/resellers/${agent.id}/rate`, "Set rate", ["Rate in percent", "101"]),
    ],
    "/plans/:id/rate": [dialog(payer, `/plans/${plan}/rate`)],
    "/settings/legal-entity": [
      full(owner, "/settings/legal-entity"),
      full(partner, "/settings/legal-entity"),
      error(owner, "/settings/legal-entity", "Save changes", ["Legal name", ""]),
    ],
    "/settings/gateway-account": [
      full(owner, "/settings/gateway-account"),
      empty(fresh, "/settings/gateway-account"),
      error(fresh, "/settings/gateway-account", "Connect"),
    ],
    "/settings/gateway-account/remove": [dialog(owner, "/settings/gateway-account/remove")],
    "/settings/connected-account": [
      full(partner, "/settings/connected-account"),
      empty(idle, "/settings/connected-account"),
    ],
    "/settings/connected-account/disconnect": [dialog(partner, "/settings/connected-account/disconnect")],
    "/settings/clock": [
      full(payer, "/settings/clock"),
      full(owner, "/settings/clock"),
      error(payer, "/settings/clock", "Move forward"),
    ],
  };
}
