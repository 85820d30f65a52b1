import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { movementsSql, type Sums, sumsSql } from "./movements-sql.ts";
import { periodOf } from "./period.ts";
import { readInput, statement } from "./schemas.ts";
import { shownSums } from "./shown-sums.ts";
import { statementSubject } from "./subject.ts";

type Row = Sums & { currency: string; heldMinor: bigint };

const readSql = `
  select s.*, coalesce((
    select sum(c.amount_minor) from commissions c
    where c.agency_id = $1 and c.reseller_id = $4 and c.currency = s.currency and c.at < $3
      and c.payable_at > least($3, $5)), 0)::bigint as "heldMinor"
  from (select currency, ${sumsSql("$2")} from (${movementsSql("t.reseller_id = $4 and t.at < $3")}) m group by currency) s
  order by currency`;

/** What a reseller was owed by the agency in a month and what became of it, by currency, from what was booked. */
export const readStatement = query("statement.read", {
  input: readInput,
  output: statement,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const reseller = await statementSubject(run, input.resellerId);
    const { month, from, to, begins, ends } = periodOf(ctx, input.month);
    const [payer] = await tx.named<{ name: string }>(
      "payer_on_paper",
      "select name from app.seller_on_paper($1)",
      [agencyId],
    );
    if (!payer) throw new AppError("not_found");
    const values = [agencyId, begins, ends, reseller.id, ctx.now];
    const rows = await tx.named<Row>("statement", readSql, values);
    return {
      ...{ month, from, to, reseller, payer: payer.name },
      currencies: rows.map(({ currency, heldMinor, ...row }) => ({
        ...{ currency, heldMinor: asJson(heldMinor) },
        ...shownSums(row),
      })),
    };
  },
});
