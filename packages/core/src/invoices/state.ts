import type { invoiceStates, invoices } from "@tenantry/db/schema";

/** An invoice's states as people see them; "refunded" when nothing of what was paid is left. */
export const shownStates = ["open", "paid", "refunded", "void", "uncollectible"] as const;

type Invoice = Pick<typeof invoices.$inferSelect, "totalMinor">;
type State = Pick<typeof invoiceStates.$inferSelect, "state" | "refundedMinor">;

export function shownState(
  { totalMinor }: Invoice,
  { state, refundedMinor }: State,
): (typeof shownStates)[number] {
  if (state === "paid") return refundedMinor >= totalMinor ? "refunded" : "paid";
  return state;
}

/** The same for who has to pay: that nobody waits for it is the seller's affair, and changes nothing about what is owed. */
export function stateOnPaper(invoice: Invoice, state: State) {
  const shown = shownState(invoice, state);
  return shown === "uncollectible" ? "open" : shown;
}

/** It can be paid, also where nobody waits for it any more. */
export function isOwed({ state }: { state: string | null }): boolean {
  return state === "open" || state === "uncollectible";
}
