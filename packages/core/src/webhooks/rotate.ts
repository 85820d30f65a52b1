import { webhookEndpoints } from "@tenantry/db/schema";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { ownEndpoint } from "./own.ts";
import { rotated, rotateInput } from "./schemas.ts";
import { makeSecret, sealKeyId, sealSecret } from "./secret.ts";

const hour = 3_600_000;

/**
 * Gives an endpoint a new secret; for the hours asked for each message carries a signature by the old one too, so that
 * the receiver can change over when it likes. The one before that ends now.
 */
export const rotateWebhook = command("webhook.rotate", {
  input: rotateInput,
  output: rotated,
  object: ({ id }) => ({ table: "webhookEndpoints", id }),
  run: async ({ tx, ctx }, { id, overlapHours }) => {
    const { agencyId } = ctx.tenant;
    const own = ownEndpoint(ctx, id);
    const [row] = await tx.select().from(webhookEndpoints).where(own).for("update");
    if (!row) throw new AppError("not_found");
    const secret = makeSecret();
    const until = overlapHours > 0 ? new Date(ctx.securityNow.getTime() + overlapHours * hour) : null;
    await tx
      .update(webhookEndpoints)
      .set({
        secret: sealSecret(ctx.app, { agencyId, endpointId: id }, secret),
        secretKeyId: sealKeyId,
        previousSecret: until && row.secret,
        previousSecretKeyId: until && row.secretKeyId,
        previousValidUntil: until,
        rotatedAt: databaseNow as never,
      })
      .where(own);
    return {
      result: { id, url: row.url, secret, previousValidUntil: until },
      audit: { object: { kind: "webhook", id }, after: { overlapHours } },
    };
  },
});
