import { accounts, bulkItems, bulkRuns } from "@tenantry/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { bulkRun } from "./schemas.ts";

/** How far a run has come, and what was refused. */
export const readBulkRun = query("bulk-run.read", {
  input: z.strictObject({ id }),
  output: bulkRun,
  object: ({ id: runId }) => ({ table: "bulkRuns", id: runId }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const [run] = await tx
      .select()
      .from(bulkRuns)
      .where(and(eq(bulkRuns.agencyId, agencyId), eq(bulkRuns.id, input.id)));
    if (!run) throw new AppError("not_found");
    const items = and(eq(bulkItems.agencyId, agencyId), eq(bulkItems.runId, input.id));
    const [[counts], failures] = await Promise.all([
      tx
        .select({
          done: sql<number>`(count(*) filter (where ${bulkItems.state} = 'done'))::int`,
          failed: sql<number>`(count(*) filter (where ${bulkItems.state} = 'failed'))::int`,
        })
        .from(bulkItems)
        .where(items),
      tx
        .select({ id: accounts.id, name: accounts.name, email: accounts.email, code: bulkItems.failure })
        .from(bulkItems)
        .innerJoin(
          accounts,
          and(eq(accounts.agencyId, bulkItems.agencyId), eq(accounts.id, bulkItems.accountId)),
        )
        .where(and(items, eq(bulkItems.state, "failed")))
        .orderBy(asc(bulkItems.place))
        .limit(1_000),
    ]);
    return {
      ...run,
      ...counts!,
      failures: failures.map((row) => ({ ...row, email: row.email ?? "", code: row.code ?? "internal" })),
    };
  },
});
