import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { record } from "@tenantry/core/operators/record";
import { inPlatform } from "@tenantry/db";
import { sql } from "drizzle-orm";

const made = "demo.seed";

/**
 * Is the demo to be made now? Only on an installation that never had one and has no agency yet. What an earlier,
 * cut-short making left is cleared away first.
 */
export async function beginDemo({ pool }: App): Promise<boolean> {
  return inPlatform(pool, async (tx) => {
    const { rows } = await tx.execute<{ made: boolean }>(
      sql`select exists (select 1 from platform.operator_entries where action = ${made}) as made`,
    );
    if (rows[0]!.made) return false;
    await tx.execute(sql`select app.platform_remove_demo(true)`);
    const { rows: agencies } = await tx.execute(
      sql`select 1 from app.platform_agencies(null, null, 'name', false, null, null, 1)`,
    );
    return agencies.length === 0;
  });
}

/** Says that the demo is whole. */
export async function finishDemo(operator: Ctx): Promise<void> {
  await inPlatform(operator.app.pool, (tx) => record(tx, operator, made, "demo"));
}
