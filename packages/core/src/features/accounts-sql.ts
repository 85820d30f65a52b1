import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../kernel/list-page.ts";
import type { Run } from "../kernel/verb.ts";
import { kindsSoldTo, releaser, soldTo } from "./releaser.ts";
import type { Rule } from "./rule.ts";
import type { accountKinds, reasons } from "./schemas.ts";

type Kind = (typeof accountKinds)[number];

export interface AccountRow {
  [column: string]: unknown;
  id: string;
  kind: Kind;
  name: string;
  code: string;
  type: "own_plans" | "commission" | null;
  reason: (typeof reasons)[number];
  has: boolean;
  exception: boolean | null;
  place: string;
}

/** What a feature's accounts are judged by: the rule as it is, and the rule as it would be. */
export interface Judged {
  featureId: string;
  before: Rule;
  after: Rule;
}

/** The two rules as rows, made once for all accounts. */
const rules = ({ before, after }: Judged) => sql`
  rules as materialized (
    select jsonb_populate_record(null::feature_releases, ${JSON.stringify(before)}::jsonb) as before,
      jsonb_populate_record(null::feature_releases, ${JSON.stringify(after)}::jsonb) as after)`;

const joined = (run: Pick<Run, "ctx">, { featureId }: Judged) => {
  const { agencyId, resellerId } = releaser(run);
  return sql`
    from accounts a
    cross join rules
    left join resellers r on r.agency_id = ${agencyId} and r.id = a.id
    left join feature_exceptions e on e.agency_id = ${agencyId} and e.feature_id = ${featureId}
      and e.reseller_id = ${resellerId} and e.account_id = a.id`;
};

/** What a rule says of the account at hand. */
function by(routine: "reason" | "released", rule: "before" | "after", { featureId }: Judged): SQL {
  const row = rule === "before" ? sql`rules.before` : sql`rules.after`;
  const values = sql`${row}, ${featureId}::uuid, a.id, r.type, r.plan_id, e.released`;
  return routine === "reason" ? sql`app.feature_reason(${values})` : sql`app.feature_released(${values})`;
}

/** Accounts that had the feature by the rule as it is and have it not by the other, or the other way round. */
export const changing = (judged: Judged, to: "gaining" | "losing") => {
  const [had, has] = [by("released", "before", judged), by("released", "after", judged)];
  return to === "gaining" ? sql`not ${had} and ${has}` : sql`${had} and not ${has}`;
};

/** Accounts that have the feature by the rule as it is, or have it not. */
export const having = (judged: Judged, has: "yes" | "no") =>
  has === "yes" ? by("released", "before", judged) : sql`not ${by("released", "before", judged)}`;

/** One page of accounts of a kind by name, with why each has the feature or has it not by the rule as it is. */
export async function accountsAt(
  run: Run,
  judged: Judged,
  kind: Kind,
  conditions: SQL[],
  place: Place,
  limit: number,
): Promise<AccountRow[]> {
  const order = place.backwards ? sql`desc` : sql`asc`;
  const beyond = place.id
    ? [sql`(a.name_ci, a.id) ${place.backwards ? sql`<` : sql`>`} (${place.key}::text, ${place.id}::uuid)`]
    : [];
  const { rows } = await run.tx.execute<AccountRow>(sql`
    with ${rules(judged)}
    select a.id, a.kind, a.name, a.code, r.type, a.name_ci as place, ${by("reason", "before", judged)} as reason,
      ${by("released", "before", judged)} as has, e.released as exception
    ${joined(run, judged)}
    where ${sql.join([soldTo(run, kind), ...conditions, ...beyond], sql` and `)}
    order by a.name_ci ${order}, a.id ${order}
    limit ${limit}`);
  return rows;
}

/** How many of all the caller decides for have the feature by both rules, get it by the second, or lose it by it. */
export async function countChange(run: Run, judged: Judged) {
  const all = kindsSoldTo(run).map(
    (kind) => sql`(
    select ${by("released", "before", judged)} as had, ${by("released", "after", judged)} as has
    ${joined(run, judged)} where ${soldTo(run, kind)})`,
  );
  const { rows } = await run.tx.execute<{ keeping: number; gaining: number; losing: number }>(sql`
    with ${rules(judged)}
    select (count(*) filter (where had and has))::int as keeping, (count(*) filter (where has and not had))::int as gaining,
      (count(*) filter (where had and not has))::int as losing
    from (${sql.join(all, sql` union all `)}) judged`);
  return rows[0]!;
}
