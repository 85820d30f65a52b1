import { accounts, webhookAttempts, webhookDeliveries, webhookEndpoints } from "@tenantry/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { wholeDelivery } from "./schemas.ts";
import { showDelivery } from "./show.ts";

/** Attempts that are shown, the newest; a message is tried some ten times, and again at each replay. */
const mostShown = 100;

/** One message to an endpoint of the caller's own account, with its body and every attempt to send it. */
export const readDelivery = query("webhook-delivery.read", {
  input: z.strictObject({ id }),
  output: wholeDelivery,
  object: (input) => ({ table: "webhookDeliveries", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    const [row] = await tx
      .select({ delivery: webhookDeliveries, url: webhookEndpoints.url, about: accounts.name })
      .from(webhookDeliveries)
      .innerJoin(
        webhookEndpoints,
        and(
          eq(webhookEndpoints.agencyId, webhookDeliveries.agencyId),
          eq(webhookEndpoints.id, webhookDeliveries.endpointId),
        ),
      )
      .leftJoin(
        accounts,
        and(eq(accounts.agencyId, webhookDeliveries.agencyId), eq(accounts.id, webhookDeliveries.aboutId)),
      )
      .where(
        and(
          eq(webhookDeliveries.agencyId, agencyId),
          eq(webhookDeliveries.id, input.id),
          eq(webhookEndpoints.accountId, ctx.scope.account),
        ),
      );
    if (!row) throw new AppError("not_found");
    const tries = await tx
      .select()
      .from(webhookAttempts)
      .where(and(eq(webhookAttempts.agencyId, agencyId), eq(webhookAttempts.deliveryId, input.id)))
      .orderBy(desc(webhookAttempts.number))
      .limit(mostShown);
    return { ...showDelivery(row.delivery, row.about), url: row.url, body: row.delivery.body, tries };
  },
});
