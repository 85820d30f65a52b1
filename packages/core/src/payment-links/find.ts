import { invoiceStates, invoices, paymentLinks } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { frontOf } from "../invoices/front.ts";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { linkOfToken } from "./token.ts";

/**
 * The invoice behind a link. Throws `token_invalid` for one that is not of this front's host, revoked, past, or never was: all
 * alike. A link whose invoice is paid goes on past its day, as the receipt.
 */
export async function findLink({ tx, ctx }: Run, token: string) {
  const { agencyId, accountId } = ctx.tenant;
  // Links are of fronts: whoever else has a host has none.
  if (ctx.scope.kind !== "agency" && ctx.scope.kind !== "reseller") throw new AppError("token_invalid");
  const id = linkOfToken(ctx.app.config.secret, agencyId, token);
  if (!id) throw new AppError("token_invalid");
  const [found] = await tx
    .select({ link: paymentLinks, invoice: invoices, state: invoiceStates })
    .from(paymentLinks)
    .innerJoin(
      invoices,
      and(eq(invoices.agencyId, paymentLinks.agencyId), eq(invoices.id, paymentLinks.invoiceId)),
    )
    .innerJoin(
      invoiceStates,
      and(eq(invoiceStates.agencyId, invoices.agencyId), eq(invoiceStates.invoiceId, invoices.id)),
    )
    .where(and(eq(paymentLinks.agencyId, agencyId), eq(paymentLinks.id, id)));
  const good =
    found &&
    // The front's host alone: a reseller's customers never meet the agency's.
    frontOf(found.link) === accountId &&
    !found.link.revokedAt &&
    (found.link.expiresAt > ctx.now || found.state.state === "paid");
  if (!good) throw new AppError("token_invalid");
  return found;
}
