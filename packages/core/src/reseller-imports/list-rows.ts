import { accounts, resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { theImport } from "./own.ts";
import { importRowPage, rowsInput } from "./schemas.ts";

/** The rows of a file in its order, filtered by how far they are, each with what is wrong with it. */
export const listResellerImportRows = query("reseller-import.rows", {
  input: rowsInput,
  output: importRowPage,
  object: ({ id }) => ({ table: "resellerImports", id }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const [found] = await tx
      .select({ id: resellerImports.id })
      .from(resellerImports)
      .where(theImport(agencyId, input.id));
    if (!found) throw new AppError("not_found");
    const { line, state, cells, problems, resellerId } = resellerImportRows;
    const { rows, ...ends } = await listPage(ctx, "reseller-import.rows", input, async (place, limit) => {
      const beyond = place.backwards ? lt : gt;
      const page = await tx
        .select({ line, state, cells, problems, resellerId, resellerName: accounts.name })
        .from(resellerImportRows)
        .leftJoin(accounts, and(eq(accounts.agencyId, agencyId), eq(accounts.id, resellerId)))
        .where(
          and(
            eq(resellerImportRows.agencyId, agencyId),
            eq(resellerImportRows.importId, found.id),
            input.state && eq(state, input.state),
            place.key === null ? undefined : beyond(line, Number(place.key)),
          ),
        )
        .orderBy(place.backwards ? desc(line) : asc(line))
        .limit(limit);
      return page.map((row) => ({ ...row, id: found.id, place: String(row.line) }));
    });
    return { rows: rows.map(({ id: _, place: __, ...row }) => row), ...ends };
  },
});
