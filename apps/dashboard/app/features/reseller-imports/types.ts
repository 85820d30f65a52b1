import type { ImportField } from "@tenantry/core/reseller-imports/schemas";

export type ImportState = "mapping" | "checking" | "checked" | "creating" | "finished";
export type RowState = "waiting" | "ready" | "wrong" | "created" | "failed";

export interface ImportFacts {
  id: string;
  fileName: string;
  state: ImportState;
  total: number;
  head: string[];
  columns: { [field in ImportField]?: number };
  defaults: { [field in ImportField]?: string };
  counts: Record<RowState, number>;
  /** The first row, column by column. */
  sample: string[];
}

export interface RowFacts {
  line: number;
  state: RowState;
  /** What the row calls its reseller; whom it became. */
  name: string;
  resellerId: string | null;
  /** What is wrong, in sentences. */
  problems: string[];
}
