import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { requireCustomer } from "./customer.ts";
import { offers, offersInput } from "./schemas.ts";
import { readSellable } from "./sellable.ts";

/** Plans and prices that can be sold to a customer now: its reseller's own, or the agency's. */
export const listOffers = query("subscription.list-offers", {
  input: offersInput,
  output: offers,
  object: ({ customerId }) => ({ table: "accounts", id: customerId }),
  run: async (run, { customerId }) => {
    await requireCustomer(run, customerId);
    const found = await readSellable(run.tx, customerId);
    return {
      offers: found.map(({ sellerId: _, unitMinor, ...offer }) => ({
        ...offer,
        amountMinor: asJson(unitMinor),
      })),
    };
  },
});
