import type { listWebhooks } from "@tenantry/core/webhooks/list";
import { readListAddress } from "../../request/list-address.server.ts";

export const path = "/settings/webhooks";
export const webhookStates = ["enabled", "disabled"] as const;

const forms = { q: /^.{1,100}$/s, state: /^(enabled|disabled)$/, sort: /^-?(url|created)$/ };

/** What the address of the endpoints' list says, and the question it asks. */
export function readWebhooksAddress(request: Request) {
  const address = readListAddress(request, forms, 100);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Parameters<typeof listWebhooks>[1] };
}
