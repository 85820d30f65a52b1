import { resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { guessColumns } from "./guess-columns.ts";
import { theImport } from "./own.ts";
import { resellerImport, rowStates } from "./schemas.ts";

const sampled = 3;

/** A file of resellers to be: its columns, and its rows by how far they are. */
export const readResellerImport = query("reseller-import.read", {
  input: z.strictObject({ id }),
  output: resellerImport,
  object: ({ id: importId }) => ({ table: "resellerImports", id: importId }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const [found] = await tx.select().from(resellerImports).where(theImport(agencyId, input.id));
    if (!found) throw new AppError("not_found");
    const { state, line, cells } = resellerImportRows;
    const rows = and(eq(resellerImportRows.agencyId, agencyId), eq(resellerImportRows.importId, input.id));
    const [counted, sample] = await Promise.all([
      tx
        .select({ state, count: sql<number>`count(*)::int` })
        .from(resellerImportRows)
        .where(rows)
        .groupBy(state),
      tx.select({ cells }).from(resellerImportRows).where(rows).orderBy(asc(line)).limit(sampled),
    ]);
    const countOf = new Map(counted.map((row) => [row.state, row.count]));
    return {
      ...found,
      columns: found.columns ?? guessColumns(found.head),
      defaults: found.defaults ?? {},
      counts: Object.fromEntries(rowStates.map((each) => [each, countOf.get(each) ?? 0])) as Counts,
      sample: sample.map((row) => row.cells).filter((row) => row.length > 0),
    };
  },
});

type Counts = z.output<typeof resellerImport>["counts"];
