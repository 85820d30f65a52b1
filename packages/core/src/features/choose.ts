import { sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import { announceEach } from "../webhooks/announce.ts";
import { requireSoldTo } from "./of-account.ts";
import { takeFeature } from "./own.ts";
import { releaser } from "./releaser.ts";
import { type Rule, ruleOf } from "./rule.ts";
import { chooseInput, released } from "./schemas.ts";

interface Changed {
  [column: string]: unknown;
  id: string;
  had: boolean;
  has: boolean;
}

/**
 * Gives accounts a feature, or takes it from them, whatever the rule says, or leaves them to the rule again; at most
 * 500 at a time. Throws `feature_withdrawn` where nobody has it anyway, `not_found` for accounts that are not the
 * caller's to decide about.
 */
export const chooseForFeature = command("feature.choose", {
  input: chooseInput,
  output: released,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, { id, accountIds, released: choice }) => {
    const feature = await takeFeature(run, id);
    if (feature.withdrawnAt) throw new AppError("feature_withdrawn");
    await requireSoldTo(run, accountIds);
    const changed = await setExceptions(run, id, ruleOf(feature), accountIds, choice);
    const gaining = changed.filter(({ had, has }) => has && !had).map((row) => row.id);
    const losing = changed.filter(({ had, has }) => had && !has).map((row) => row.id);
    const { agencyId, distributorId, resellerId } = releaser(run);
    if (resellerId === agencyId) {
      const { key, name } = feature;
      const event = { agencyId, at: run.ctx.now, more: { feature: { id, key, name } } };
      await announceEach(run.tx, { ...event, type: "feature.released", resellerIds: gaining });
      await announceEach(run.tx, { ...event, type: "feature.withdrawn", resellerIds: losing });
    }
    return {
      result: { id, name: feature.name, gaining: gaining.length, losing: losing.length },
      audit: {
        object: { kind: "feature", id },
        after: { accounts: accountIds, released: choice },
        ...{ distributorId, resellerId },
      },
    };
  },
});

/** Writes the exceptions; gives of each account whether it had the feature and whether it has it now. */
async function setExceptions(
  run: Run,
  featureId: string,
  rule: Rule,
  accountIds: string[],
  choice: boolean | null,
) {
  const { agencyId, distributorId, resellerId } = releaser(run);
  const ids = sql`${sql.param(accountIds)}::uuid[]`;
  const { rows } = await run.tx.execute<Changed>(sql`
    with rule as materialized (
      select jsonb_populate_record(null::feature_releases, ${JSON.stringify(rule)}::jsonb) as now)
    select a.id, app.feature_released(rule.now, ${featureId}::uuid, a.id, r.type, r.plan_id, e.released) as had,
      app.feature_released(rule.now, ${featureId}::uuid, a.id, r.type, r.plan_id, ${choice}::boolean) as has
    from accounts a
    cross join rule
    left join resellers r on r.agency_id = ${agencyId} and r.id = a.id
    left join feature_exceptions e on e.agency_id = ${agencyId} and e.feature_id = ${featureId}
      and e.reseller_id = ${resellerId} and e.account_id = a.id
    where a.agency_id = ${agencyId} and a.id = any(${ids})`);
  if (choice === null)
    await run.tx.execute(sql`
      delete from feature_exceptions where agency_id = ${agencyId} and feature_id = ${featureId}
        and reseller_id = ${resellerId} and account_id = any(${ids})`);
  else
    await run.tx.execute(sql`
      insert into feature_exceptions (agency_id, feature_id, distributor_id, reseller_id, account_id, released)
      select ${agencyId}, ${featureId}, ${distributorId}, ${resellerId}, x, ${choice} from unnest(${ids}) x
      on conflict (agency_id, feature_id, reseller_id, account_id) do update set released = excluded.released`);
  return rows;
}
