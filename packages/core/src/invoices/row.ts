import { accounts, invoiceStates, invoices } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import { isAwaited } from "../payments/coming.ts";
import { isWholesale } from "./front.ts";
import { shownState } from "./state.ts";

/** Invoices and credit notes with what has become of them and whom they are for; `accounts` is who buys. */
export function selectInvoices({ tx }: Pick<Run, "tx">) {
  return tx
    .select({
      invoice: invoices,
      state: invoiceStates,
      // A customer that has gone to another seller is on its old one's documents, and nowhere else.
      customer: {
        id: invoices.customerId,
        name: sql<string>`coalesce(${accounts.name}, ${invoices.buyer} ->> 'name')`,
      },
    })
    .from(invoices)
    .leftJoin(accounts, and(eq(accounts.agencyId, invoices.agencyId), eq(accounts.id, invoices.customerId)))
    .leftJoin(
      invoiceStates,
      and(eq(invoiceStates.agencyId, invoices.agencyId), eq(invoiceStates.invoiceId, invoices.id)),
    );
}

export type Selected = Awaited<ReturnType<typeof selectInvoices>>[number];

/** An invoice as lists show it. */
export function shownInvoice({ invoice, state, customer }: Selected, { scope, now }: Run["ctx"]) {
  const { id, code, kind, currency, issuedAt, dueAt, seller, sellerId } = invoice;
  return {
    ...{ id, code, kind, currency, issuedAt, dueAt, customer, sellerName: seller.name },
    own: sellerId === scope.account,
    wholesale: isWholesale(invoice),
    netMinor: asJson(invoice.netMinor),
    taxMinor: asJson(invoice.taxMinor),
    totalMinor: asJson(invoice.totalMinor),
    state: state && shownState(invoice, state),
    overdue: state?.state === "open" && dueAt <= now && !isAwaited(state, now),
    comingSince: state?.comingSince ?? null,
  };
}
