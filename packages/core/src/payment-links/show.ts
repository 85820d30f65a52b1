import { hostnames, type paymentLinks } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { linkUrl } from "./url.ts";

/** A link with its address on its front's host: the reseller's, or the agency's for a direct customer. */
export async function shownLink({ tx, ctx }: Run, link: typeof paymentLinks.$inferSelect) {
  const { agencyId } = ctx.tenant;
  const { config } = ctx.app;
  const [front] = await tx
    .select({ host: hostnames.host })
    .from(hostnames)
    .where(
      and(
        eq(hostnames.agencyId, agencyId),
        eq(hostnames.accountId, link.resellerId),
        eq(hostnames.isPrimary, true),
      ),
    );
  return { url: linkUrl(config, front?.host ?? ctx.tenant.host, link), expiresAt: link.expiresAt };
}
