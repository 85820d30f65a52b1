import type { listStatements } from "@tenantry/core/statements/list";
import type { listStatementLines } from "@tenantry/core/statements/list-lines";
import type { readStatement } from "@tenantry/core/statements/read";

export type StatementRow = Awaited<ReturnType<typeof listStatements>>["statements"][number];
export type StatementLine = Awaited<ReturnType<typeof listStatementLines>>["lines"][number];
export type Statement = Awaited<ReturnType<typeof readStatement>>;

export interface MonthView {
  /** YYYY-MM. */
  month: string;
  /** It is not over. */
  runs: boolean;
  beforeTo: string;
  /** Null where that month is still to come. */
  afterTo: string | null;
}
