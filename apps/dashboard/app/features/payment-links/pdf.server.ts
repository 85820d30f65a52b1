import { drawPaper } from "@tenantry/core/invoices/draw";
import { openPaymentLink } from "@tenantry/core/payment-links/open";
import type { RouterContextProvider } from "react-router";
import { asVisitor, opened } from "../../request/as-visitor.server.ts";
import { pdfFile } from "../../request/pdf-file.server.ts";
import { secretAddress } from "../../request/secret-address.ts";

/** The invoice behind a link as a file, by the link's own rules; undefined where it opens nothing. */
export async function linkedPdf(
  context: Readonly<RouterContextProvider>,
  token: string,
): Promise<Response | undefined> {
  const { ctx, face } = asVisitor(context);
  const link = await opened(openPaymentLink(ctx, { token }));
  if (!link || !ctx.tenant) return undefined;
  const { color, billingZone: zone } = ctx.tenant;
  const overdue = link.state === "open" && new Date(link.dueAt) <= ctx.now && !link.coming.length;
  const front = { name: face.name, color };
  const file = await drawPaper({ ...link, kind: "invoice", credits: null, overdue, front, zone });
  return pdfFile(link.code, file, secretAddress());
}
