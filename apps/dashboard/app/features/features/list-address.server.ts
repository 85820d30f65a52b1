import type { listFeatures } from "@tenantry/core/features/list";
import type { listFeatureAccounts } from "@tenantry/core/features/list-accounts";
import { readListAddress } from "../../request/list-address.server.ts";

export const path = "/features";
export const featureStates = ["live", "withdrawn", "archived"] as const;

const forms = {
  q: /^.{1,200}$/s,
  state: /^(live|withdrawn|archived)$/,
  sort: /^-?(name|created)$/,
};

/** What the address of the features' list says, and the question it asks. */
export function readFeaturesAddress(request: Request) {
  const address = readListAddress(request, forms);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Parameters<typeof listFeatures>[1] };
}

const accountForms = { q: /^.{1,200}$/s, has: /^(yes|no)$/, kind: /^(reseller|customer)$/ };

/** The same of the accounts below one feature. */
export function readAccountsAddress(request: Request, id: string) {
  const address = readListAddress(request, accountForms);
  const { q: search, ...rest } = address;
  return { address, question: { id, search, ...rest } as Parameters<typeof listFeatureAccounts>[1] };
}
