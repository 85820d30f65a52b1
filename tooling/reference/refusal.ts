/** Why a step is not allowed. */
export type RefusalCode =
  | "unknown"
  | "stopped"
  | "not_its_seller"
  | "amount"
  | "another_currency"
  | "another_interval"
  | "ended"
  | "cancelled"
  | "in_the_past"
  | "in_the_future"
  | "not_open"
  | "not_paid"
  | "too_much"
  | "nothing_left"
  | "nothing_due"
  | "below_minimum"
  | "not_a_draft"
  | "not_sent"
  | "not_its_customer"
  | "handed_over"
  | "change_waits"
  | "moving";

/** A step that the state does not allow. It is thrown before anything changes. */
export class Refusal extends Error {
  constructor(readonly refused: RefusalCode) {
    super(refused);
  }
}

/** Throws when `allowed` is not so. */
export function demand(allowed: boolean, otherwise: RefusalCode): asserts allowed {
  if (!allowed) throw new Refusal(otherwise);
}

/** The one with this id. */
export function find<Kept extends { id: string }>(all: Kept[], id: string): Kept {
  const found = all.find((one) => one.id === id);
  demand(found !== undefined, "unknown");
  return found;
}
