import { invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { revokeLinks } from "./revoke-links.ts";
import { byInvoice } from "./schemas.ts";

/** Takes an invoice's payment link back: it opens nothing any more. */
export const revokePaymentLink = command("payment-link.revoke", {
  input: byInvoice,
  output: none,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id }) => {
    const { tx, ctx } = run;
    if (ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [invoice] = await tx
      .select()
      .from(invoices)
      .where(and(eq(invoices.agencyId, ctx.tenant.agencyId), eq(invoices.id, id)));
    if (!invoice) throw new AppError("not_found");
    if (!(await revokeLinks(deskOf(run), id)))
      return { result: {}, audit: { none: "asked for what already was" } };
    const { resellerId, distributorId } = invoice;
    return { result: {}, audit: { object: { kind: "invoice", id }, resellerId, distributorId } };
  },
});
