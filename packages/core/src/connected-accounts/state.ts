import type { connectedAccounts } from "@tenantry/db/schema";
import type { connectedStates } from "./schemas.ts";

type Facts = Pick<
  typeof connectedAccounts.$inferSelect,
  "platformId" | "charges" | "due" | "isGone" | "endedAt"
>;

/** How an account stands, given the agency's own account at Stripe as it is now; null where it has none or connects none. Pure. */
export function connectedState(
  { platformId, charges, due, isGone, endedAt }: Facts,
  platformNow: string | null,
): (typeof connectedStates)[number] {
  if (platformId !== platformNow) return "unreachable";
  if (isGone) return "gone";
  if (endedAt) return "ended";
  if (charges) return "on";
  return due.length > 0 ? "unfinished" : "checking";
}
