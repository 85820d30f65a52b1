import type { invoiceStates, invoices } from "@tenantry/db/schema";

/** An invoice's states as people see them; "refunded" when nothing of what was paid is left. */
export const shownStates = ["open", "paid", "refunded", "void"] as const;

export function shownState(
  { totalMinor }: Pick<typeof invoices.$inferSelect, "totalMinor">,
  { state, refundedMinor }: Pick<typeof invoiceStates.$inferSelect, "state" | "refundedMinor">,
): (typeof shownStates)[number] {
  if (state === "paid") return refundedMinor >= totalMinor ? "refunded" : "paid";
  return state === "open" ? "open" : "void";
}
