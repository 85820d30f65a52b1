import type { Ctx } from "@tenantry/core/kernel/ctx";
import { redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";

/** Back to the invoice, which says what was taken down; it is carried out a moment later. */
export function backSayingTaken(
  request: Request,
  ctx: Ctx,
  id: string,
  what: "markPaid" | "refund" | "retryRefund" | "giveBack",
) {
  const t = wordsFor(request, ctx);
  const said = { fact: t(`invoices:toast.${what}`), consequence: t("invoices:toast.soon") };
  return redirectSaying(ctx, `/invoices/${id}`, { id: ctx.requestId, ...said });
}
