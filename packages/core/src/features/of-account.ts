import { accounts } from "@tenantry/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { mostFeatures } from "./own.ts";
import { releaser } from "./releaser.ts";
import { featuresOfAccount, ofAccountInput, type reasons } from "./schemas.ts";

interface Row {
  [column: string]: unknown;
  id: string;
  key: string;
  name: string;
  has: boolean;
  reason: (typeof reasons)[number];
  exception: boolean | null;
}

/**
 * Every live feature as one account has it or has it not, by the caller's rules: an agency asks of a reseller or a
 * direct customer, a reseller of a customer of its own. Throws `not_found` for any other account.
 */
export const featuresOf = query("feature.of-account", {
  input: ofAccountInput,
  output: featuresOfAccount,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, { accountId }) => {
    await requireSoldTo(run, [accountId]);
    const { agencyId, resellerId } = releaser(run);
    const seen = run.ctx.scope.kind === "agency" ? sql`features` : sql`app.released_features()`;
    const live =
      run.ctx.scope.kind === "agency" ? sql`f.agency_id = ${agencyId} and f.archived_at is null` : sql`true`;
    const by = sql`g, f.id, ${accountId}::uuid, r.type, r.plan_id, e.released`;
    const { rows } = await run.tx.execute<Row>(sql`
      select f.id, f.key, f.name, app.feature_released(${by}) as has, app.feature_reason(${by}) as reason,
        e.released as exception
      from ${seen} f
      left join feature_releases g on g.agency_id = ${agencyId} and g.feature_id = f.id and g.reseller_id = ${resellerId}
      left join feature_exceptions e on e.agency_id = ${agencyId} and e.feature_id = f.id
        and e.reseller_id = ${resellerId} and e.account_id = ${accountId}
      left join resellers r on r.agency_id = ${agencyId} and r.id = ${accountId}
      where ${live}
      order by lower(f.name), f.id limit ${mostFeatures}`);
    return { features: rows };
  },
});

/** Throws `not_found` where one of the accounts is none the caller's rules are about. */
export async function requireSoldTo(run: Run, accountIds: string[]): Promise<void> {
  const { agencyId, resellerId } = releaser(run);
  const ofAgency = run.ctx.scope.kind === "agency";
  const wanted = [...new Set(accountIds)];
  const found = await run.tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, agencyId),
        inArray(accounts.id, wanted),
        ofAgency
          ? sql`(${accounts.kind} = 'reseller' or (${accounts.kind} = 'customer' and ${accounts.parentId} = ${agencyId}))`
          : sql`${accounts.kind} = 'customer' and ${accounts.parentId} = ${resellerId}`,
      ),
    );
  if (found.length < wanted.length) throw new AppError("not_found");
}
