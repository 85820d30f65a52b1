import {
  customerImportRows,
  customerImports,
  resellerImportRows,
  resellerImports,
} from "@tenantry/db/schema";
import { and, eq, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { AppError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";

/** Where files of one kind are kept: what their tables have in common, and what they have not. */
export interface Shelf {
  /** As the audit names a file. */
  kind: "reseller-import" | "customer-import";
  files: typeof resellerImports;
  /** Of a row's own columns only `made` is asked for. */
  rows: typeof resellerImportRows;
  /** The account that a row became. */
  made: PgColumn;
  /** What a row was found to come to, where that is kept. */
  outcome?: PgColumn;
  /** The account whose the files are, where not all are the agency's. */
  owner?: PgColumn;
}

export const resellerShelf: Shelf = {
  kind: "reseller-import",
  files: resellerImports,
  rows: resellerImportRows,
  made: resellerImportRows.resellerId,
};

export const customerShelf: Shelf = {
  kind: "customer-import",
  // The tables' shared columns are made by the same functions (schema/import-columns.ts); only their names differ.
  files: customerImports as unknown as typeof resellerImports,
  // The same holds for the rows.
  rows: customerImportRows as unknown as typeof resellerImportRows,
  made: customerImportRows.customerId,
  outcome: customerImportRows.outcome,
  owner: customerImports.resellerId,
};

type Whose = Pick<Run["ctx"]["scope"], "agency" | "account">;

/** Files of the account that asks. */
export function filesOf({ files, owner }: Shelf, { agency, account }: Whose): SQL | undefined {
  return and(eq(files.agencyId, agency), owner && eq(owner, account));
}

export function theFile(shelf: Shelf, whose: Whose, id: string): SQL | undefined {
  return and(filesOf(shelf, whose), eq(shelf.files.id, id));
}

export function rowsOf({ rows }: Shelf, { agency }: Whose, importId: string): SQL | undefined {
  return and(eq(rows.agencyId, agency), eq(rows.importId, importId));
}

/** What a record of the caller's begins with. */
export function placeIn({ owner }: Shelf, { ctx }: Run) {
  const { agencyId, ...scope } = ownScope(ctx.tenant);
  return { agencyId, ...(owner ? scope : {}) };
}

/** A file, its row held until the transaction ends. Throws `not_found`; `conflict` where it is not in `states`. */
export async function takeFile(
  { tx, ctx }: Run,
  shelf: Shelf,
  id: string,
  states: (typeof resellerImports.$inferSelect.state)[],
) {
  const [row] = await tx
    .select()
    .from(shelf.files)
    .where(theFile(shelf, ctx.scope, id))
    .for("update");
  if (!row) throw new AppError("not_found");
  if (!states.includes(row.state)) throw new AppError("conflict");
  return row;
}
