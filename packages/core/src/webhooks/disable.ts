import { webhookEndpoints } from "@tenantry/db/schema";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { ownEndpoint } from "./own.ts";
import { switchOff } from "./switch-off.ts";
import { switched } from "./switched.ts";

/** Switches an endpoint off. Asking for what is already so changes nothing. */
export const disableWebhook = command("webhook.disable", {
  input: z.strictObject({ id }),
  output: switched.extend({
    /** Messages that waited and were given up. */
    deliveries: z.int(),
  }),
  object: (input) => ({ table: "webhookEndpoints", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const own = ownEndpoint(ctx, input.id);
    const givenUp = await switchOff(tx, own, "by_hand");
    const [row] = await tx.select({ url: webhookEndpoints.url }).from(webhookEndpoints).where(own);
    if (!row) throw new AppError("not_found");
    const changed = givenUp !== undefined;
    const deliveries = givenUp ?? 0;
    const after = { state: "disabled", why: "by_hand", deliveries };
    return {
      result: { id: input.id, url: row.url, state: "disabled" as const, changed, deliveries },
      audit: changed
        ? { object: { kind: "webhook", id: input.id }, after }
        : { none: "asked for what already was" },
    };
  },
});
