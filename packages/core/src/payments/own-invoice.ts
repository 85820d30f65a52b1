import { invoiceStates, invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/**
 * An invoice the caller is the seller of, with its state. Throws `not_found` outside the caller's scope, and `kind_forbidden` for one that somebody
 * else sold: whose money it is not.
 */
export async function ownInvoice({ tx, ctx }: Run, id: string) {
  if (ctx.scope.kind === "distributor") throw new AppError("not_found");
  const [row] = await tx
    .select({ invoice: invoices, state: invoiceStates })
    .from(invoices)
    .innerJoin(
      invoiceStates,
      and(eq(invoiceStates.agencyId, invoices.agencyId), eq(invoiceStates.invoiceId, invoices.id)),
    )
    .where(and(eq(invoices.agencyId, ctx.tenant.agencyId), eq(invoices.id, id)));
  if (!row) throw new AppError("not_found");
  if (row.invoice.sellerId !== ctx.scope.account) throw new AppError("kind_forbidden");
  return row;
}
