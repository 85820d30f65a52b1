export type Mode = "guaranteed" | "shared";

export interface Given {
  mode: Mode;
  units: number;
}

/** What an account has of a meter, has promised, and what was used of it; null = without limit. */
export interface Pool {
  meter: string;
  grantedUnits: number | null;
  shared: boolean;
  ratioPercent: number;
  allocatedUnits: number;
  takenUnits: number;
  freeUnits: number | null;
}

export interface AllowanceRow {
  accountId: string;
  code: string;
  name: string;
  /** Instant; set once it was deleted. */
  archivedAt: string | null;
  given: Given | null;
  grantedUnits: number | null;
  allocatedUnits: number;
  takenUnits: number;
  freeUnits: number | null;
}
