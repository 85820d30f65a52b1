import { isCurrency } from "@tenantry/core/kernel/money";
import type { listSubscriptions } from "@tenantry/core/subscriptions/list";
import { subscriptionSorts, subscriptionStates } from "@tenantry/core/subscriptions/schemas";
import { anId, readListAddress } from "../../request/list-address.server.ts";

export const path = "/subscriptions";

const forms = {
  q: /^.{1,200}$/s,
  state: new RegExp(`^(${subscriptionStates.join("|")})$`),
  customer: anId,
  reseller: anId,
  sold: /^(own|others|bought)$/,
  currency: { test: isCurrency },
  sort: new RegExp(`^(${subscriptionSorts.join("|")})$`),
};

/** What the list's address says, and the question it asks. */
export function readSubscriptionsAddress(request: Request) {
  const address = readListAddress(request, forms);
  const { q: search, customer: customerId, reseller: resellerId, ...rest } = address;
  const question = { search, customerId, resellerId, ...rest };
  // The forms let the verb's own values through and no others.
  return { address, question: question as Parameters<typeof listSubscriptions>[1] };
}
