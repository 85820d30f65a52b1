import { sql } from "drizzle-orm";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { accountsAt, having } from "./accounts-sql.ts";
import { findFeature } from "./own.ts";
import { kindsSoldTo } from "./releaser.ts";
import { ruleOf } from "./rule.ts";
import { accountPage, listAccountsInput } from "./schemas.ts";

/** Who has a feature and who has it not, by name, and why: an agency's resellers or direct customers, a reseller's customers. */
export const listFeatureAccounts = query("feature.list-accounts", {
  input: listAccountsInput,
  output: accountPage,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, asked) => {
    const feature = await findFeature(run, asked.id);
    const rule = ruleOf(feature);
    const judged = { featureId: feature.id, before: rule, after: rule };
    const kind = asked.kind ?? kindsSoldTo(run)[0]!;
    const conditions = [
      ...(asked.has ? [having(judged, asked.has)] : []),
      ...(asked.search ? [sql`a.search like ${likePattern(asked.search)}`] : []),
    ];
    const { rows, ...ends } = await listPage(run.ctx, "feature.list-accounts", asked, (place, limit) =>
      accountsAt(run, judged, kind, conditions, place, limit),
    );
    return { accounts: rows, ...ends };
  },
});
