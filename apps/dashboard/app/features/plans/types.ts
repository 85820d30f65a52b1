/** A plan as far as lists and the info icon need it. */
export interface PlanSummary {
  id: string;
  name: string;
  description: string;
  /** null = no limit. */
  allowances: { meter: string; included: number | null }[];
}

export type Interval = "month" | "year";
export type Visibility = "all" | "chosen" | "none";

/** In minor units of the currency. */
export interface Price {
  currency: string;
  interval: Interval;
  amountMinor: number;
}

/** A meter of a version; units, and minor units per block. */
export type Payer = "agency" | "reseller" | "customer";

export interface MeterTerms {
  meter: string;
  includedUnits: number;
  blockUnits: number;
  softCapUnits: number | null;
  hardCapUnits: number | null;
  /** Who pays past the included units. */
  payer?: Payer;
  overages: { currency: string; amountMinor: number | null; costMinor: number | null }[];
}

export interface Terms {
  prices: Price[];
  meters: MeterTerms[];
}

/** A plan's row in the list of those who manage it. */
export interface PlanRow extends PlanSummary {
  internalName: string;
  isDefault: boolean;
  /** Number of the current version; null = none published. */
  version: number | null;
  hasDraft: boolean;
  visibility: Visibility;
  prices: Price[];
  /** Basis points of tax in them; 0 = they are net. */
  includedTaxBps: number;
  archivedAt: string | null;
  /** null = not told. */
  resellers: number | null;
}

export interface Margin extends Price {
  costMinor: number;
  marginMinor: number;
}
