import { AppError } from "../kernel/errors.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { movementsSql, type Sums, sumsSql } from "./movements-sql.ts";
import { periodOf } from "./period.ts";
import { listInput, statementPage } from "./schemas.ts";
import { shownSums } from "./shown-sums.ts";

interface Row extends Sums {
  id: string;
  place: string;
  resellerId: string;
  name: string;
  currency: string;
}

/** What a list is ordered by, and how its places are written down. */
const keys = {
  name: { key: "lower(a.name)", type: "text" },
  closing: { key: 's."closingMinor"', type: "bigint" },
};

// One reseller's currencies stand by their codes. `$4` to `$7`: whose names hold what, beyond which place, and how many.
const listSql = ({ key, type }: (typeof keys)["name"], way: "asc" | "desc") => `
  select s.*, a.name, s."resellerId" || s.currency as id, ${key}::text as place
  from (
    select m.reseller_id as "resellerId", m.currency, ${sumsSql("$2")}
    from (${movementsSql("t.at < $3")}) m
    group by m.reseller_id, m.currency) s
  join accounts a on a.agency_id = $1 and a.id = s."resellerId"
  where ($4::text is null or a.name ilike $4)
    and ($5::text is null or (${key}, s."resellerId" || s.currency) ${way === "asc" ? ">" : "<"} ($5::${type}, $6))
  order by ${key} ${way}, s."resellerId" || s.currency ${way}
  limit $7`;

/** One page of what every reseller was owed in a month, by name; for a reseller, its own. */
export const listStatements = query("statement.list", {
  input: listInput,
  output: statementPage,
  run: async ({ tx, ctx }, input) => {
    if (ctx.scope.kind === "distributor") throw new AppError("not_found");
    const { month, begins, ends } = periodOf(ctx, input.month);
    const question = { ...input, month };
    const pattern = input.search ? likePattern(input.search) : null;
    const { rows, ...ways } = await listPage(ctx, "statement.list", question, (place, limit) => {
      // The schema lets these and their descending twins through.
      const by = input.sort.replace("-", "") as keyof typeof keys;
      const way = input.sort.startsWith("-") === place.backwards ? "asc" : "desc";
      const values = [ctx.tenant.agencyId, begins, ends, pattern, place.key, place.id, limit];
      return tx.named<Row>(`statements_by_${by}_${way}`, listSql(keys[by], way), values);
    });
    return {
      month,
      statements: rows.map(({ resellerId, name, currency, ...row }) => ({
        ...{ reseller: { id: resellerId, name }, currency },
        ...shownSums(row),
      })),
      ...ways,
    };
  },
});
