import { AppError } from "../kernel/errors.ts";
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

// By name, and one reseller's currencies by their codes. `$4` to `$6`: beyond which place, which way, and how many.
const listSql = (way: "asc" | "desc") => `
  select s.*, a.name, s."resellerId" || s.currency as id, lower(a.name) as place
  from (
    select m.reseller_id as "resellerId", m.currency, ${sumsSql("$2")}
    from (${movementsSql("t.at < $3")}) m
    group by m.reseller_id, m.currency) s
  join accounts a on a.agency_id = $1 and a.id = s."resellerId"
  where $4::text is null
    or (lower(a.name), s."resellerId" || s.currency) ${way === "asc" ? ">" : "<"} ($4, $5)
  order by lower(a.name) ${way}, s."resellerId" || s.currency ${way}
  limit $6`;

/** One page of what every reseller was owed in a month, by name; for a reseller, its own. */
export const listStatements = query("statement.list", {
  input: listInput,
  output: statementPage,
  run: async ({ tx, ctx }, input) => {
    if (ctx.scope.kind === "distributor") throw new AppError("not_found");
    const { month, begins, ends } = periodOf(ctx, input.month);
    const question = { ...input, month };
    const { rows, ...ways } = await listPage(ctx, "statement.list", question, (place, limit) => {
      const way = place.backwards ? "desc" : "asc";
      const values = [ctx.tenant.agencyId, begins, ends, place.key, place.id, limit];
      return tx.named<Row>(`statements_${way}`, listSql(way), values);
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
