import { webhookEndpoints } from "@tenantry/db/schema";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { toWebhookUrl } from "./address.ts";
import { requireRoom } from "./room.ts";
import { createInput, withSecret } from "./schemas.ts";
import { makeSecret, sealKeyId, sealSecret } from "./secret.ts";

/** Makes an endpoint of the caller's own account. Its secret is in this answer and in no other. */
export const createWebhook = command("webhook.create", {
  input: createInput,
  output: withSecret,
  run: async ({ tx, ctx }, input) => {
    if (ctx.actor.kind !== "user") throw new AppError("forbidden");
    const { agencyId } = ctx.tenant;
    const url = toWebhookUrl(ctx.app.config, input.url);
    const accountId = ctx.scope.account;
    await requireRoom({ tx, ctx });
    const id = newId();
    const secret = makeSecret();
    const told = { url, description: input.description, eventTypes: input.eventTypes };
    await tx.insert(webhookEndpoints).values({
      ...ownScope(ctx.tenant),
      ...told,
      id,
      accountId,
      secret: sealSecret(ctx.app, { agencyId, endpointId: id }, secret),
      secretKeyId: sealKeyId,
    });
    return { result: { id, url, secret }, audit: { object: { kind: "webhook", id }, after: told } };
  },
});
