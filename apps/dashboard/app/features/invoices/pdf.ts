import { drawPaper } from "@tenantry/core/invoices/draw";
import { printInvoice } from "@tenantry/core/invoices/print";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { pdfFile } from "../../request/pdf-file.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/pdf";

/** One invoice or credit note as a file; a paid invoice is its receipt as well. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "invoice.print");
  const printed = await load(printInvoice(ctx, { id: params.id }));
  return pdfFile(printed.code, await drawPaper(printed));
}
