import { accounts, bulkItems, bulkRuns } from "@tenantry/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { openCursor, signCursor } from "../kernel/cursor.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { bulkRun } from "./schemas.ts";

/** How far a run has come, and what was refused, page by page. */
export const readBulkRun = query("bulk-run.read", {
  input: z.strictObject({
    id,
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
    cursor: z.string().max(1_000, "too_long").optional(),
  }),
  output: bulkRun,
  object: ({ id: runId }) => ({ table: "bulkRuns", id: runId }),
  run: async ({ tx, ctx }, { id: runId, limit, cursor }) => {
    const { agencyId } = ctx.tenant;
    const { secret } = ctx.app.config;
    const binding = `bulk-run.read ${agencyId} ${runId}`;
    const [after = "-1"] = cursor ? openCursor(secret, binding, cursor) : [];
    const [run] = await tx
      .select()
      .from(bulkRuns)
      .where(and(eq(bulkRuns.agencyId, agencyId), eq(bulkRuns.id, runId)));
    if (!run) throw new AppError("not_found");
    const items = and(eq(bulkItems.agencyId, agencyId), eq(bulkItems.runId, runId));
    const [[counts], found] = await Promise.all([
      tx
        .select({
          done: sql<number>`(count(*) filter (where ${bulkItems.state} = 'done'))::int`,
          failed: sql<number>`(count(*) filter (where ${bulkItems.state} = 'failed'))::int`,
        })
        .from(bulkItems)
        .where(items),
      tx
        .select({
          ...{ id: accounts.id, name: accounts.name, email: accounts.email },
          ...{ code: bulkItems.failure, place: bulkItems.place },
        })
        .from(bulkItems)
        .innerJoin(
          accounts,
          and(eq(accounts.agencyId, bulkItems.agencyId), eq(accounts.id, bulkItems.accountId)),
        )
        .where(and(items, eq(bulkItems.state, "failed"), sql`${bulkItems.place} > ${Number(after)}`))
        .orderBy(asc(bulkItems.place))
        .limit(limit + 1),
    ]);
    const failures = found.slice(0, limit);
    const last = found.length > limit ? failures.at(-1) : undefined;
    return {
      ...run,
      ...counts!,
      failures: failures.map((row) => ({ ...row, email: row.email ?? "", code: row.code ?? "internal" })),
      next: last ? signCursor(secret, binding, [String(last.place)]) : null,
    };
  },
});
