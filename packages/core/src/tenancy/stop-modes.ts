import type { VerbName } from "../policy.ts";

/** The states of an account, as stored: at most one stop at a time (features.md 3.2). */
export type AccountStatus = "active" | "sales_stopped" | "locked" | "stopped";

/** What goes on in a state. */
interface StopRules {
  /** Its own people and keys are let in. */
  portalOpen: boolean;
  /** It may take on new business, and the agency may for it. */
  newBusiness: boolean;
  /** Its customers are served, and their people are let in. */
  customersServed: boolean;
}

const rules: Record<AccountStatus, StopRules> = {
  active: { portalOpen: true, newBusiness: true, customersServed: true },
  sales_stopped: { portalOpen: true, newBusiness: false, customersServed: true },
  // The agency looks after its customers meanwhile, which may include a new one.
  locked: { portalOpen: false, newBusiness: true, customersServed: true },
  stopped: { portalOpen: false, newBusiness: false, customersServed: false },
};

/** The one place that says what a state stops. Pure. */
export function stopRulesOf(status: AccountStatus): StopRules {
  return rules[status];
}

/** What is new business below the agency: customers and resellers more (a look ahead with them), plans put on sale. Drafts are none, nor is removing. */
export const newBusinessVerbs: ReadonlySet<VerbName> = new Set([
  "customer.create",
  "customer-import.start",
  "reseller.create",
  "reseller.preview",
  "plan.publish",
  "plan.restore",
  "subscription.create",
  "subscription.preview",
  "subscription.take-over",
]);

/** As people and programs see a state: a locked portal is "inactive" (B-15). */
export const shownStatuses = ["active", "sales_stopped", "inactive", "stopped"] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/** The ways of stopping a reseller. */
export const stopModes = ["sales_stopped", "inactive", "stopped"] as const;
export type StopMode = (typeof stopModes)[number];

export function shownStatus(status: AccountStatus): ShownStatus {
  return status === "locked" ? "inactive" : status;
}

export function storedStatus(status: ShownStatus): AccountStatus {
  return status === "inactive" ? "locked" : status;
}
