import type { listApiKeys } from "@tenantry/core/api-keys/list";
import { readListAddress } from "../../request/list-address.server.ts";

export const keyStates = ["active", "ended"] as const;

const forms = { q: /^.{1,100}$/s, state: /^(active|ended)$/, sort: /^-?(name|created)$/ };

/** What the address of the keys' list says, and the question it asks. */
export function readKeysAddress(request: Request) {
  const address = readListAddress(request, forms, 100);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Parameters<typeof listApiKeys>[1] };
}
