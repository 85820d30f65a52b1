import { invoiceLines, invoices } from "@tenantry/db/schema";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { soldLine } from "./line.ts";
import { linePage, linesInput } from "./schemas.ts";

/** One page of the lines of all invoices and credit notes in the caller's reach, those made first in front. A distributor has none of its own. */
export const listInvoiceLines = query("invoice.list-lines", {
  input: linesInput,
  output: linePage,
  run: async ({ tx, ctx }, input) => {
    if (ctx.scope.kind === "distributor") return { lines: [], next: null, previous: null };
    const { invoiceId, position } = invoiceLines;
    const page = await listPage(ctx, "invoice.list-lines", input, async (place, limit) => {
      const [beyond, order] = place.backwards ? [sql`<`, desc] : [sql`>`, asc];
      const found = await tx
        .select({ line: invoiceLines, invoice: invoices })
        .from(invoiceLines)
        .innerJoin(
          invoices,
          and(eq(invoices.agencyId, invoiceLines.agencyId), eq(invoices.id, invoiceLines.invoiceId)),
        )
        .where(
          and(
            eq(invoiceLines.agencyId, ctx.tenant.agencyId),
            place.id
              ? sql`(${invoiceId}, ${position}) ${beyond} (${place.key}::uuid, ${place.id}::smallint)`
              : undefined,
          ),
        )
        // Ids of invoices are in the order of their making.
        .orderBy(order(invoiceId), order(position))
        .limit(limit);
      return found.map((one) => ({ ...one, id: String(one.line.position), place: one.line.invoiceId }));
    });
    return {
      lines: page.rows.map(({ line, invoice: { id, code, kind, currency, issuedAt } }) => {
        const { usage: _, ...sold } = soldLine(line, undefined);
        const { customerId } = line;
        return { ...sold, currency, customerId, invoice: { id, code, kind, issuedAt } };
      }),
      next: page.next,
      previous: page.previous,
    };
  },
});
