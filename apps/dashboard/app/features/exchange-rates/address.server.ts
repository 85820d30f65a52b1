import type { listExchangeRates } from "@tenantry/core/exchange-rates/list";
import { currencies, isCurrency } from "@tenantry/core/kernel/money";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";

export const path = "/payouts/exchange-rates";

const states = ["counting", "past"] as const;
const forms = { state: /^(counting|past)$/, currency: { test: isCurrency }, sort: /^-?set$/ };

type Address = { [name in keyof typeof forms | "cursor"]?: string };

/** What the list's address says, and the question it asks. */
export function readRatesAddress(request: Request) {
  const address: Address = readListAddress(request, forms);
  // The forms let the verb's own values through and no others.
  return { address, question: address as Parameters<typeof listExchangeRates>[1] };
}

/** What the bar over the list needs of the address; `shown` are the currencies that stand in it. */
export function ratesView(address: Address, shown: readonly string[]) {
  const filter = (by: "state" | "currency", values: readonly string[]) => {
    const value = address[by];
    const to = (chosen: string | undefined) => listAddressWith(path, address, { [by]: chosen });
    return {
      by,
      applied: value === undefined ? undefined : { value, removeTo: to(undefined) },
      choices: values.map((one) => ({ value: one, to: to(one) })),
    };
  };
  return {
    filters: [filter("state", states), filter("currency", [...new Set(shown)].sort())],
    clearTo: path,
    exportTo: listAddressWith(`${path}.csv`, address, {}),
  };
}

/** Every currency for a menu, by its code and name. */
export function currencyChoices() {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  return currencies.map((code) => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
    isData: true,
  }));
}
