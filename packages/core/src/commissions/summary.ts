import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { summary, summaryInput } from "./schemas.ts";

interface Row {
  currency: string;
  pending: bigint;
  payable: bigint;
  disputed: bigint;
  nextAt: Date | null;
}

const summarySql = `
  select currency,
    coalesce(sum(amount_minor) filter (where payable_at > $2 and d.id is null), 0)::bigint as pending,
    coalesce(sum(amount_minor) filter (where payable_at <= $2 and d.id is null), 0)::bigint as payable,
    coalesce(sum(amount_minor) filter (where d.id is not null), 0)::bigint as disputed,
    min(payable_at) filter (where payable_at > $2 and d.id is null) as "nextAt"
  from commissions c
  left join commission_disputes d on d.agency_id = c.agency_id and d.invoice_id = c.invoice_id and d.position = c.position
    and d.settled_at is null
  where c.agency_id = $1 and c.outcome = 'created' and ($3::uuid is null or c.reseller_id = $3)
    and not exists (
      select from payout_lines l
      where l.agency_id = c.agency_id and l.commission_id = c.id and l.released_at is null)
  group by currency order by currency`;

/** What is earned and waits, and what can be paid out, by currency: the sums of the list's lines in no payout. */
export const summarizeCommissions = query("commission.summary", {
  input: summaryInput,
  output: summary,
  run: async ({ tx, ctx }, { resellerId }) => {
    if (ctx.scope.kind === "distributor") return { totals: [] };
    const values = [ctx.tenant.agencyId, ctx.now, resellerId ?? null];
    const rows = await tx.named<Row>("commission_summary", summarySql, values);
    return {
      totals: rows.map(({ currency, pending, payable, disputed, nextAt }) => ({
        ...{ currency, nextAt },
        pendingMinor: asJson(pending),
        payableMinor: asJson(payable),
        disputedMinor: asJson(disputed),
      })),
    };
  },
});
