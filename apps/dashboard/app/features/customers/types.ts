import type { RateSource } from "@tenantry/core/commissions/rate";

export type CustomerStatus = "active" | "inactive";
export const customerStatuses: readonly CustomerStatus[] = ["active", "inactive"];

export type CustomerType = "customer" | "internal";
export const customerTypes: readonly CustomerType[] = ["customer", "internal"];

/** The field of a customer's commission rate; the rate as typed, in percent. */
export interface RateField {
  value: string;
  /** What counts without a rate of its own. */
  inherited: { source: RateSource; rateBps: number } | null;
  /** The most that may be set; null = any. */
  ceilingBps: number | null;
  /** It is shown, and somebody else's to change. */
  fixed: boolean;
}

/** A row of the list: a customer, or in the view `org` the partner's own company, which is no customer's page. */
export interface CustomerRow {
  id: string;
  name: string;
  code: string;
  status: CustomerStatus;
  /** The reseller it buys from; null for a direct customer of whoever looks. */
  seller: { id: string; name: string } | null;
  type: CustomerType | "partner";
  /** The next day on which a subscription ends or goes on. */
  comingExpiry: string | null;
  /** Units of the agency's first meter this month. */
  used: number;
  /** Instant. */
  createdAt: string;
}

/** What the signed-in person may do here: what is false is not offered. */
export interface CustomerRights {
  /** The agency's own: whom a customer buys from is said, and chosen. */
  ofAgency: boolean;
  create: boolean;
  edit: boolean;
  sell: boolean;
  /** A user's details are opened by their name. */
  seeUser: boolean;
  addUser: boolean;
  move: boolean;
  toggle: boolean;
  extendClaim: boolean;
}
