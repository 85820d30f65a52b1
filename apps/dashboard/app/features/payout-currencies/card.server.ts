import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { Ask } from "@tenantry/core/kernel/together";
import { readPayoutCurrency } from "@tenantry/core/payout-currencies/read";

/** The card of a reseller's payout currency. */
export async function readPayoutCurrencyCard(ask: Ask, { actor }: Ctx, id: string) {
  const { currency } = await ask(readPayoutCurrency, { id });
  return {
    currency,
    changeTo: may(actor, "payout-currency.set") ? `/resellers/${id}/payout-currency` : undefined,
  };
}
