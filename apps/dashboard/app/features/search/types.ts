import type { ResellerStatus } from "../resellers/types.ts";

/** One thing that was found, and where it leads. */
export interface Hit {
  id: string;
  name: string;
  code: string;
  email: string | null;
  /** A reseller's host, or the id a customer has in the product. */
  mark: string | null;
  /** A customer's reseller, where that is somebody else than who searches. */
  seller?: { name: string; to: string };
  to: string;
  /** A reseller's state; customers have none. */
  status?: ResellerStatus;
}

/** What was found of one kind. */
export interface HitGroup {
  kind: "resellers" | "customers";
  hits: Hit[];
  /** There are more than these. */
  more: boolean;
  /** The list that goes on where these end, where there is one. */
  allTo?: string;
}

/** What GET /search/hits?q=acme answers. */
export interface HitsAnswer {
  query: string;
  groups: HitGroup[];
}
