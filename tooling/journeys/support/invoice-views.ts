import { payWithoutAddress } from "./acts.ts";
import type { Scene } from "./scene.ts";
import { dialog, empty, error, full, type View, visitorsOf } from "./view.ts";

/** Pages of invoices, and those on which they are paid, in every state. */
export function invoiceViews(s: Scene): Record<string, View[]> {
  const { owner, fresh, partner, seller, idle } = visitorsOf(s);
  const { pay, receipt, checkout } = s.invoices;
  const open = `/invoices/${s.invoices.open}`;
  const unlinked = `/invoices/${s.invoices.unlinked}`;
  const paused = `/invoices/${s.invoices.paused}`;
  const refunded = `/invoices/${s.invoices.refunded}`;
  const payer = { host: s.reseller.host };
  return {
    "/invoices": [
      full(owner, "/invoices"),
      full(partner, "/invoices?sort=issued&state=open&kind=invoice"),
      full(seller, `/invoices?customer=${s.invoices.customer}`),
      empty(fresh, "/invoices"),
      empty(idle, "/invoices"),
      empty(owner, "/invoices?q=nobody&state=paid"),
    ],
    "/invoices/:id": [
      full(owner, refunded),
      full(seller, refunded),
      full(owner, `/invoices/${s.invoices.creditNote}`),
      full(partner, open),
      full(partner, unlinked),
      full(partner, paused),
      full(partner, `/invoices/${s.invoices.voided}`),
      full(partner, `/invoices/${s.invoices.givenUp}`),
    ],
    "/invoices/:id/mark-paid": [
      dialog(partner, `${open}/mark-paid`),
      error(partner, `${open}/mark-paid`, "Mark as paid"),
    ],
    "/invoices/:id/refund": [
      dialog(owner, `${refunded}/refund`),
      error(owner, `${refunded}/refund`, "Refund", ["Amount", "nothing"]),
    ],
    "/invoices/:id/refunds/:refundId/retry": [
      dialog(owner, `${refunded}/refunds/${s.invoices.refunded}/retry`),
    ],
    "/invoices/:id/surpluses/:surplusId/give-back": [
      dialog(owner, `${refunded}/surpluses/${s.invoices.surplus}/give-back`),
      error(owner, `${refunded}/surpluses/${s.invoices.surplus}/give-back`, "Give back"),
    ],
    "/invoices/:id/void": [dialog(partner, `${open}/void`)],
    "/invoices/:id/uncollectible": [dialog(partner, `${open}/uncollectible`)],
    "/invoices/:id/reminders/pause": [
      dialog(partner, `${open}/reminders/pause`),
      error(partner, `${open}/reminders/pause`, "Pause reminders"),
    ],
    "/invoices/:id/reminders/resume": [dialog(partner, `${paused}/reminders/resume`)],
    "/invoices/:id/link/new": [dialog(partner, `${open}/link/new`), dialog(partner, `${unlinked}/link/new`)],
    "/invoices/:id/link/revoke": [dialog(partner, `${open}/link/revoke`)],
    "/pay/:token": [
      full(payer, pay),
      full(payer, `${pay}?answer=declined`),
      full(payer, `${pay}?answer=paid`),
      full({ host: s.seller.host }, receipt),
      { ...full(payer, pay), state: "error", act: payWithoutAddress },
      empty(payer, "/pay/none"),
    ],
    "/pay/gateway/:checkout": [full(payer, checkout), empty(payer, "/pay/gateway/none")],
  };
}
