import { paymentLinks } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { Config } from "../kernel/ctx.ts";
import type { Desk } from "../kernel/desk.ts";
import { originOf } from "../tenancy/origin.ts";
import { paymentToken } from "./token.ts";

/** The address of a link on its front's host. */
export function linkUrl(
  config: Config,
  host: string,
  { agencyId, id }: { agencyId: string; id: string },
): string {
  return `${originOf(config, host)}/pay/${paymentToken(config.secret, agencyId, id)}`;
}

/** The link of an invoice that has not been taken back. */
export async function currentLink({ tx, agencyId }: Pick<Desk, "tx" | "agencyId">, invoiceId: string) {
  const [link] = await tx
    .select()
    .from(paymentLinks)
    .where(
      and(
        eq(paymentLinks.agencyId, agencyId),
        eq(paymentLinks.invoiceId, invoiceId),
        isNull(paymentLinks.revokedAt),
      ),
    );
  return link;
}
