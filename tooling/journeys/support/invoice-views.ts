import { payWithoutAddress } from "./acts.ts";
import type { Scene } from "./scene.ts";
import { empty, full, type View } from "./view.ts";

/** Pages of invoices, and those on which they are paid, in every state. */
export function invoiceViews(s: Scene): Record<string, View[]> {
  const { pay, receipt, checkout } = s.invoices;
  const payer = { host: s.reseller.host };
  return {
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
