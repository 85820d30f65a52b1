import { accounts, invoiceStates, invoices } from "@tenantry/db/schema";
import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { searchCondition } from "../customers/search.ts";
import { onDays } from "../kernel/day-range.ts";
import { listPage } from "../kernel/list-page.ts";
import { query, type Run } from "../kernel/verb.ts";
import { selectInvoices, shownInvoice } from "./row.ts";
import { invoicePage, listInput } from "./schemas.ts";
import { soldBy } from "./sold-by.ts";

/** One page of the invoices and credit notes in the caller's reach. A distributor has none of its own. */
export const listInvoices = query("invoice.list", {
  input: listInput,
  output: invoicePage,
  run: async (run, input) => {
    const { ctx } = run;
    if (ctx.scope.kind === "distributor") return { invoices: [], next: null, previous: null };
    const { issuedAt, id } = invoices;
    const { billingZone } = ctx.tenant;
    const matches = input.search ? await foundBy(run, input.search) : undefined;
    const { rows, next, previous } = await listPage(ctx, "invoice.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await selectInvoices(run)
        .where(
          and(
            eq(invoices.agencyId, ctx.tenant.agencyId),
            input.customerId ? eq(invoices.customerId, input.customerId) : undefined,
            input.kind ? eq(invoices.kind, input.kind) : undefined,
            input.state ? eq(invoiceStates.state, input.state) : undefined,
            onDays(issuedAt, input.from, input.to, billingZone),
            onDays(invoiceStates.paidAt, input.paidFrom, input.paidTo, billingZone),
            input.sold && soldBy[input.sold](invoices, ctx.scope.account),
            input.resellerId ? eq(invoices.resellerId, input.resellerId) : undefined,
            input.currency ? eq(invoices.currency, input.currency) : undefined,
            input.needs && sql`${invoices.id} in (select app.surpluses_held(${ctx.scope.account}))`,
            matches,
            place.id
              ? sql`(${issuedAt}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(descending ? desc(issuedAt) : asc(issuedAt), descending ? desc(id) : asc(id))
        .limit(limit);
      return found.map((one) => ({
        ...one,
        id: one.invoice.id,
        place: one.invoice.issuedAt.toISOString(),
      }));
    });
    return { invoices: rows.map((row) => shownInvoice(row, ctx)), next, previous };
  },
});

async function foundBy(run: Run, search: string): Promise<SQL | undefined> {
  return or(
    sql`starts_with(${invoices.code}, ${search.toUpperCase()})`,
    and(eq(accounts.kind, "customer"), await searchCondition(run, search)),
  );
}
