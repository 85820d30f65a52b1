import { listPage } from "../kernel/list-page.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { movementsSql } from "./movements-sql.ts";
import { periodOf } from "./period.ts";
import { linePage, linesInput, type movements } from "./schemas.ts";
import { statementSubject } from "./subject.ts";

interface Row {
  id: string;
  place: string;
  at: Date;
  kind: (typeof movements)[number];
  currency: string;
  amount: bigint;
  commissionId: string | null;
  invoiceId: string;
  invoice: string;
  customer: string;
  payoutId: string | null;
  payout: string;
}

const linesSql = (way: "asc" | "desc") => `
  select m.id, m.at, m.at::text as place, m.kind, m.currency, m.amount, c.id as "commissionId", i.id as "invoiceId", i.code as invoice,
    coalesce(a.name, i.buyer ->> 'name') as customer, p.id as "payoutId", p.code as payout
  from (${movementsSql(`t.reseller_id = $4 and t.at >= $2 and t.at < $3
    and ($5::timestamptz is null or (t.at, t.id) ${way === "asc" ? ">" : "<"} ($5, $6::uuid))`)}
    order by t.at ${way}, t.id ${way} limit $7) m
  left join commissions c on m.source_kind = 'commission' and c.agency_id = $1 and c.id = m.source_id
  left join invoices i on i.agency_id = $1 and i.id = c.invoice_id
  left join accounts a on a.agency_id = $1 and a.id = c.customer_id
  left join payouts p on m.source_kind = 'payout' and p.agency_id = $1 and p.id = m.source_id
  order by m.at ${way}, m.id ${way}`;

/** One page of the movements that a statement adds up, as they were booked. */
export const listStatementLines = query("statement.list-lines", {
  input: linesInput,
  output: linePage,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { id: resellerId } = await statementSubject(run, input.resellerId);
    const { month, begins, ends } = periodOf(ctx, input.month);
    const question = { ...input, resellerId, month };
    const { rows, ...ways } = await listPage(ctx, "statement.list-lines", question, (place, limit) => {
      const way = place.backwards ? "desc" : "asc";
      const values = [ctx.tenant.agencyId, begins, ends, resellerId, place.key, place.id, limit];
      return tx.named<Row>(`statement_lines_${way}`, linesSql(way), values);
    });
    return {
      lines: rows.map(
        ({ id, at, kind, currency, amount, commissionId, invoiceId, invoice, customer, ...row }) => ({
          ...{ id, at, kind, currency, amountMinor: asJson(amount) },
          commission: commissionId
            ? {
                id: commissionId,
                invoice: { id: invoiceId, code: invoice },
                customer,
              }
            : null,
          payout: row.payoutId ? { id: row.payoutId, code: row.payout } : null,
        }),
      ),
      ...ways,
    };
  },
});
