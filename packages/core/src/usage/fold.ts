import { inTenant, type Tx } from "@tenantry/db";
import type pg from "pg";
import { announceCaps } from "../webhooks/caps.ts";
import { foldCountersSql } from "./fold-counters.ts";
import { foldGaugesSql } from "./fold-gauges.ts";
import { type CappedUse, markCaps } from "./mark-caps.ts";

/** About how many deltas of each kind one transaction takes: a long backlog is worked off in short steps. */
const stepSize = 5_000;

/**
 * Carries an agency's waiting deltas into its days, each exactly once: taking them and adding them is one transaction.
 * Folds of one agency run one after the other. Answers how many deltas were taken.
 */
export async function foldUsage(pool: pg.Pool, agencyId: string): Promise<number> {
  const scope = { agency: agencyId, kind: "agency", account: agencyId } as const;
  let folded = 0;
  for (;;) {
    const step = await inTenant(pool, scope, (tx) => foldStep(tx, agencyId));
    folded += step.counters + step.gauges;
    if (step.counters < stepSize && step.gauges < stepSize) return folded;
  }
}

async function foldStep(tx: Tx, agencyId: string): Promise<{ counters: number; gauges: number }> {
  const take = (name: string, text: string) =>
    tx
      .named<{ taken: number; capped: CappedUse[] }>(name, text, [agencyId, stepSize])
      .then((rows) => rows[0]!);
  const [, counters, gauges] = await Promise.all([
    tx.named("usage_fold_lock", lockSql, [agencyId]),
    take("usage_fold_counters", foldCountersSql),
    take("usage_fold_gauges", foldGaugesSql),
  ]);
  const reached = await markCaps(tx, agencyId, [...counters.capped, ...gauges.capped]);
  await announceCaps(tx, agencyId, reached);
  return { counters: counters.taken, gauges: gauges.taken };
}

// Statements of their own, so that what the fold before committed is seen by those after the lock.
const lockSql = `
  insert into usage_folds (agency_id) values ($1)
  on conflict (agency_id) do update set folded_at = default`;
