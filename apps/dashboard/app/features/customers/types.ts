export type CustomerStatus = "active" | "inactive";
export const customerStatuses: readonly CustomerStatus[] = ["active", "inactive"];

export interface CustomerRow {
  id: string;
  name: string;
  code: string;
  status: CustomerStatus;
  /** The reseller it buys from; null for a direct customer of whoever looks. */
  seller: { id: string; name: string } | null;
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
  toggle: boolean;
}
