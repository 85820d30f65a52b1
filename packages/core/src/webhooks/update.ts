import { webhookEndpoints } from "@tenantry/db/schema";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { toWebhookUrl } from "./address.ts";
import { ownEndpoint } from "./own.ts";
import { updateInput } from "./schemas.ts";

/** Changes where an endpoint is and what it is told of. What waits for it goes to the new address. */
export const updateWebhook = command("webhook.update", {
  input: updateInput,
  output: none,
  object: ({ id }) => ({ table: "webhookEndpoints", id }),
  run: async ({ tx, ctx }, { id, ...input }) => {
    const own = ownEndpoint(ctx, id);
    const { url, description, eventTypes } = webhookEndpoints;
    const [before] = await tx
      .select({ url, description, eventTypes })
      .from(webhookEndpoints)
      .where(own)
      .for("update");
    if (!before) throw new AppError("not_found");
    const after = {
      ...before,
      ...input,
      url: input.url === undefined ? before.url : toWebhookUrl(ctx.app.config, input.url),
    };
    await tx
      .update(webhookEndpoints)
      .set({ ...after, updatedAt: databaseNow as never })
      .where(own);
    return { result: {}, audit: { object: { kind: "webhook", id }, before, after } };
  },
});
