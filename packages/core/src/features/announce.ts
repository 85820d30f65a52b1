import { inTenant, type Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { Jobs } from "../jobs/catalogue.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { App } from "../kernel/ctx.ts";
import { announceEach } from "../webhooks/announce.ts";

/** Resellers told of in one transaction. */
const atOnce = 500;

interface Row {
  [column: string]: unknown;
  id: string;
  has: boolean;
}

/**
 * The worker's half of a changed rule: tells the webhooks of the resellers that got the feature or lost it, some hundred
 * at a time. The next batch is queued in the transaction of this one, and all of them tell under the change's own id, so
 * that a worker that dies tells nobody twice.
 * Exceptions and plans count as they are by then: what was chosen in between has told of itself. Nothing is told that is
 * no longer so, because the rule was changed again: that change tells it.
 */
export async function announceFeature(
  app: App,
  job: Jobs["feature.announce"] & { agencyId: string },
): Promise<void> {
  const { agencyId, ...rest } = job;
  const scope = { agency: agencyId, kind: "agency" as const, account: agencyId };
  await inTenant(app.pool, scope, async (tx) => {
    if (!(await anybodyListens(tx, agencyId))) return;
    const { rows: features } = await tx.execute<{ id: string; key: string; name: string }>(
      sql`select id, key, name from features where agency_id = ${agencyId} and id = ${job.featureId}`,
    );
    const changed = await nextChanged(tx, job);
    const { at, eventId } = job;
    const event = { agencyId, at: new Date(at), more: { feature: features[0] }, eventId };
    const of = (has: boolean) => changed.filter((row) => row.has === has).map(({ id }) => id);
    await announceEach(tx, { ...event, type: "feature.released", resellerIds: of(true) });
    await announceEach(tx, { ...event, type: "feature.withdrawn", resellerIds: of(false) });
    if (changed.length === atOnce)
      await enqueue(tx, "feature.announce", { ...rest, from: changed.at(-1)!.id });
  });
}

async function anybodyListens(tx: Tx, agencyId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ listens: boolean }>(sql`
    select exists (select from webhook_endpoints where agency_id = ${agencyId} and disabled_at is null
      and event_types && array['feature.released', 'feature.withdrawn']) as listens`);
  return rows[0]!.listens;
}

/** The next resellers, by id, that have the feature by one of the two rules only. */
async function nextChanged(tx: Tx, job: Jobs["feature.announce"] & { agencyId: string }): Promise<Row[]> {
  const { agencyId, featureId, before, after, from } = job;
  const { rows } = await tx.execute<Row>(sql`
    with rules as materialized (
      select jsonb_populate_record(null::feature_releases, ${JSON.stringify(before)}::jsonb) as before,
        jsonb_populate_record(null::feature_releases, ${JSON.stringify(after)}::jsonb) as after)
    select id, has from (
      select a.id, app.feature_released(rules.before, ${featureId}::uuid, a.id, r.type, r.plan_id, e.released) as had,
        app.feature_released(rules.after, ${featureId}::uuid, a.id, r.type, r.plan_id, e.released) as has,
        app.feature_released(g, ${featureId}::uuid, a.id, r.type, r.plan_id, e.released) as holds
      from accounts a
      cross join rules
      join feature_releases g
        on g.agency_id = ${agencyId} and g.feature_id = ${featureId} and g.reseller_id = ${agencyId}
      join resellers r on r.agency_id = ${agencyId} and r.id = a.id
      left join feature_exceptions e on e.agency_id = ${agencyId} and e.feature_id = ${featureId}
        and e.reseller_id = ${agencyId} and e.account_id = a.id
      where a.agency_id = ${agencyId} and a.kind = 'reseller' and a.archived_at is null
        and (${from}::uuid is null or a.id > ${from}::uuid)
    ) judged
    where had <> has and has = holds order by id limit ${atOnce}`);
  return rows;
}
