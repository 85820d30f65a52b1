import type { usageQuarantine } from "@tenantry/core/usage/index";
import { readListAddress } from "../../request/list-address.server.ts";
import type { QuarantineReason } from "./types.ts";

export const quarantinePath = "/usage/quarantine";
export const reasons: readonly QuarantineReason[] = [
  "unknown_account",
  "ambiguous_account",
  "unknown_meter",
  "too_old",
  "too_far_ahead",
];

const forms = { q: /^.{1,100}$/s, reason: new RegExp(`^(${reasons.join("|")})$`), sort: /^-?received$/ };

/** What the address of the list says, and the question it asks. */
export function readQuarantineAddress(request: Request) {
  const address = readListAddress(request, forms, 100);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Parameters<typeof usageQuarantine>[1] };
}
