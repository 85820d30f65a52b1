import { webhookEndpoints } from "@tenantry/db/schema";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { ownEndpoint } from "./own.ts";
import { webhook } from "./schemas.ts";
import { showWebhook } from "./show.ts";

/** One endpoint of the caller's own account. */
export const readWebhook = query("webhook.read", {
  input: z.strictObject({ id }),
  output: webhook,
  object: (input) => ({ table: "webhookEndpoints", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const [row] = await tx.select().from(webhookEndpoints).where(ownEndpoint(ctx, input.id));
    if (!row) throw new AppError("not_found");
    return showWebhook(row, ctx.securityNow);
  },
});
