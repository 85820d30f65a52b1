import type { paymentLinks } from "@tenantry/db/schema";
import { readFront } from "../invoices/front.ts";
import type { Run } from "../kernel/verb.ts";
import { linkUrl } from "./url.ts";

/** A link with its address on its front's host. */
export async function shownLink({ tx, ctx }: Run, link: typeof paymentLinks.$inferSelect) {
  const { host } = await readFront(tx, link);
  return { url: linkUrl(ctx.app.config, host, link), expiresAt: link.expiresAt };
}
