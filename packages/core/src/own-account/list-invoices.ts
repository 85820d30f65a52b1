import { invoiceStates, invoices, paymentLinks } from "@tenantry/db/schema";
import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { listPage } from "../kernel/list-page.ts";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import { paymentToken } from "../payment-links/token.ts";
import { originOf } from "../tenancy/origin.ts";
import { listInput, ownInvoicePage } from "./schemas.ts";

/** One page of what a customer was invoiced, newest first, with the link by which what is open is paid. */
export const listOwnInvoices = query("own-account.list-invoices", {
  input: listInput,
  output: ownInvoicePage,
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const { issuedAt, id } = invoices;
    const page = await listPage(ctx, "own-account.list-invoices", input, async (place, limit) => {
      const beyond = place.backwards ? sql`>` : sql`<`;
      const found = await tx
        .select({
          ...{ id, code: invoices.code, kind: invoices.kind, currency: invoices.currency, issuedAt },
          ...{ totalMinor: invoices.totalMinor, dueAt: invoices.dueAt, state: invoiceStates.state },
          comingSince: invoiceStates.comingSince,
          sellerName: sql<string>`${invoices.seller} ->> 'name'`,
          link: paymentLinks.id,
        })
        .from(invoices)
        .leftJoin(invoiceStates, and(eq(invoiceStates.agencyId, agencyId), eq(invoiceStates.invoiceId, id)))
        .leftJoin(
          paymentLinks,
          and(
            eq(paymentLinks.agencyId, agencyId),
            eq(paymentLinks.invoiceId, id),
            // What another front issued is paid there.
            eq(paymentLinks.resellerId, ctx.tenant.accountId),
            isNull(paymentLinks.revokedAt),
            gt(paymentLinks.expiresAt, ctx.now),
          ),
        )
        .where(
          and(
            eq(invoices.agencyId, agencyId),
            eq(invoices.customerId, ctx.scope.account),
            place.id
              ? sql`(${issuedAt}, ${id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(place.backwards ? asc(issuedAt) : desc(issuedAt), place.backwards ? asc(id) : desc(id))
        .limit(limit);
      return found.map((row) => ({ ...row, place: row.issuedAt.toISOString() }));
    });
    const { rows, next, previous } = page;
    const shown = rows.map(({ link, ...row }) => ({
      ...row,
      totalMinor: asJson(row.totalMinor),
      payUrl: link && row.state === "open" ? payUrl(ctx, link) : null,
    }));
    return { invoices: shown, next, previous };
  },
});

function payUrl({ app, tenant }: Run["ctx"], link: string): string {
  return `${originOf(app.config, tenant.host)}/pay/${paymentToken(app.config.secret, tenant.agencyId, link)}`;
}
