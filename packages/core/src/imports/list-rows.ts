import { accounts, type CustomerRowOutcome } from "@tenantry/db/schema";
import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { listPage } from "../kernel/list-page.ts";
import type { Run } from "../kernel/verb.ts";
import type { VerbName } from "../policy.ts";
import type { rowsInput } from "./schemas.ts";
import { rowsOf, type Shelf, theFile } from "./shelf.ts";

/** The rows of a file in its order, filtered by how far they are, each with what is wrong with it and whom it made. */
export async function pageOfRows(
  { tx, ctx }: Run,
  shelf: Shelf,
  verb: VerbName,
  input: z.output<typeof rowsInput>,
) {
  const [found] = await tx
    .select({ id: shelf.files.id })
    .from(shelf.files)
    .where(theFile(shelf, ctx.scope, input.id));
  if (!found) throw new AppError("not_found");
  const { line, state, cells, problems } = shelf.rows;
  const { rows, ...ends } = await listPage(ctx, verb, input, async (place, limit) => {
    const beyond = place.backwards ? lt : gt;
    const page = await tx
      .select({
        ...{ line, state, cells, problems },
        madeId: sql<string | null>`${shelf.made}`,
        madeName: accounts.name,
        outcome: sql<CustomerRowOutcome | null>`${shelf.outcome ?? sql`null`}`,
      })
      .from(shelf.rows)
      .leftJoin(accounts, and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, shelf.made)))
      .where(
        and(
          rowsOf(shelf, ctx.scope, found.id),
          input.state && eq(state, input.state),
          place.key === null ? undefined : beyond(line, Number(place.key)),
        ),
      )
      .orderBy(place.backwards ? desc(line) : asc(line))
      .limit(limit);
    return page.map((row) => ({ ...row, id: found.id, place: String(row.line) }));
  });
  return { rows: rows.map(({ id: _, place: __, ...row }) => row), ...ends };
}
