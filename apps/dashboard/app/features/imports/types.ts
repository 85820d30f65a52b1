export type ImportState = "mapping" | "checking" | "checked" | "creating" | "finished";
export type RowState = "waiting" | "ready" | "wrong" | "created" | "failed";

/** What of a file is the same whatever its rows become. */
export interface ImportFacts {
  id: string;
  fileName: string;
  state: ImportState;
  total: number;
  head: string[];
  columns: { [field in string]?: number };
  defaults: { [field in string]?: string };
  counts: Record<RowState, number>;
  /** The first row, column by column. */
  sample: string[];
}

export interface RowFacts {
  line: number;
  state: RowState;
  /** What the row calls its record; where that is, once it is made. */
  name: string;
  madeAt?: string;
  /** What is wrong, in sentences. */
  problems: string[];
}
