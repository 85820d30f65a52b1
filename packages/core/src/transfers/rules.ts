import type { Day } from "../kernel/clock.ts";
import { type AccountStatus, stopRulesOf } from "../tenancy/stop-modes.ts";

/** A customer, its seller and whom it is to go to, as app.transfer_facts reads them. */
export interface TransferFacts {
  customer: string;
  giver: { id: string; name: string };
  /** Null where there is no such seller; without a type it is the agency itself. */
  receiver: {
    id: string;
    name: string;
    status: AccountStatus;
    type: "own_plans" | "commission" | null;
  } | null;
  /** Owners of the customer who could confirm. */
  owners: number;
  /** The receiver has a customer with the same external id. */
  nameTaken: boolean;
  hasAllowance: boolean;
  openInvoices: number;
  subscriptions: FactSubscription[];
}

interface FactSubscription {
  id: string;
  planName: string;
  sellerId: string;
  unitMinor: number;
  pricesIncludeTax: boolean;
  quantity: number;
  currency: string;
  interval: "month" | "year";
  periodTo: Day;
  changeWaits: boolean;
}

export const blocks = [
  "receiver_unknown",
  "receiver_same",
  "receiver_stopped",
  "owner_missing",
  "external_id_taken",
  "allowance_given",
  "change_waits",
] as const;
export type Block = (typeof blocks)[number];

/** What a transfer does, and when. */
export interface TransferOutcome {
  /** Why it cannot be; the first of them. */
  block: Block | null;
  /** The day on which it takes effect: the next on which a period of the customer's begins. Null = at once. */
  day: Day | null;
  subscriptions: (Omit<FactSubscription, "changeWaits" | "sellerId"> & { after: "goes_on" | "ends" })[];
  /** Unpaid ones; they stay with who issued them. */
  openInvoices: number;
}

/**
 * The one function behind the preview and the move (docs/decisions/025-transfer.md). What the agency sold goes on where the receiver
 * sells for the agency, at its price; everything else ends with its period. Pure.
 */
export function transferOf(facts: TransferFacts, agencyId: string): TransferOutcome {
  const forAgency = facts.receiver !== null && facts.receiver.type !== "own_plans";
  const days = facts.subscriptions.map(({ periodTo }) => periodTo).sort();
  return {
    block: blockOf(facts),
    day: days[0] ?? null,
    subscriptions: facts.subscriptions.map(({ changeWaits: _, sellerId, ...row }) => ({
      ...row,
      after: forAgency && sellerId === agencyId ? "goes_on" : "ends",
    })),
    openInvoices: facts.openInvoices,
  };
}

function blockOf({ giver, receiver, owners, nameTaken, hasAllowance, subscriptions }: TransferFacts) {
  if (!receiver) return "receiver_unknown";
  if (receiver.id === giver.id) return "receiver_same";
  if (!stopRulesOf(receiver.status).newBusiness) return "receiver_stopped";
  if (owners === 0) return "owner_missing";
  if (nameTaken) return "external_id_taken";
  if (hasAllowance) return "allowance_given";
  return subscriptions.some(({ changeWaits }) => changeWaits) ? "change_waits" : null;
}
