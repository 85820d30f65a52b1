import { listPage } from "../kernel/list-page.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { figuresOf, movesAndRecurringSql, movesValues, reachesNow, type Sums, sumsSql } from "./moves.ts";
import { readRange } from "./range.ts";
import { listInput, reportPage, type SortColumn } from "./schemas.ts";

interface Row extends Sums {
  [column: string]: unknown;
  accountId: string;
  name: string;
  kind: string | null;
  currency: string;
  mrr: bigint;
  id: string;
  place: string;
}

const groupColumns = { customer: "customer_id", reseller: "reseller_id" };
const keys: Record<SortColumn, { of: string; type: string }> = {
  name: { of: "lower(name)", type: "text" },
  revenue: { of: `net - "creditedNet"`, type: "bigint" },
  paid: { of: "paid", type: "bigint" },
  commission: { of: "commission", type: "bigint" },
  mrr: { of: "mrr", type: "bigint" },
};

/** The same sums as `report.revenue`, for each customer or reseller and currency. */
export const listReport = query("report.list", {
  input: listInput,
  output: reportPage,
  run: async (run, input) => {
    const { ctx, tx } = run;
    const range = readRange(ctx, input);
    const recurs = reachesNow(run, range);
    if (ctx.scope.kind === "distributor") return { ...range, rows: [], next: null, previous: null };
    const { sold, by, resellerId } = input;
    // The sort was one of the schema's.
    const column = input.sort.replace(/^-/, "") as SortColumn;
    const { of: key, type } = keys[column];
    const page = await listPage(ctx, "report.list", { ...input, ...range }, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const [beyond, order] = descending ? ["<", "desc"] : [">", "asc"];
      return tx.named<Row>(
        undefined,
        `with sums as (
           select ${groupColumns[by]} as account, currency, ${sumsSql}, sum(monthly)::bigint as mrr
           from (${movesAndRecurringSql}) moves group by 1, 2
         ), named as (
           select s.*, a.kind, s.account as "accountId", s.account || ' ' || s.currency as id,
             -- A customer that has gone to another seller is on its old one's documents.
             coalesce(a.name, (select i.buyer ->> 'name' from invoices i
               where i.agency_id = $1 and i.customer_id = s.account order by i.issued_at desc limit 1), '–') as name
           from sums s left join accounts a on a.agency_id = $1 and a.id = s.account
         ), keyed as (select *, ${key} as key from named)
         select *, key::text as place from keyed
         where $8::text is null or (key, id) ${beyond} ($8::${type}, $9::text)
         order by key ${order}, id ${order} limit $10`,
        [
          ...movesValues(run, range, sold, resellerId),
          ...[place.key, place.id, limit, recurs ? ctx.now.toISOString() : null],
        ],
      );
    });
    const rows = page.rows.map((row) => ({
      ...{ accountId: row.accountId, name: row.name, currency: row.currency },
      direct: row.accountId === ctx.tenant.agencyId,
      wholesale: by === "customer" && row.kind === "reseller",
      mrrMinor: recurs ? asJson(row.mrr) : null,
      ...figuresOf([row], sold),
    }));
    return { ...range, rows, next: page.next, previous: page.previous };
  },
});
