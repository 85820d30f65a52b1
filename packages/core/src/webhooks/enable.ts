import { webhookEndpoints } from "@tenantry/db/schema";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { ownEndpoint } from "./own.ts";
import { switched } from "./switched.ts";

/** Switches an endpoint on again: it is told of what happens from now on. What failed before is sent when asked for. */
export const enableWebhook = command("webhook.enable", {
  input: z.strictObject({ id }),
  output: switched,
  object: (input) => ({ table: "webhookEndpoints", id: input.id }),
  run: async ({ tx, ctx }, input) => {
    const own = ownEndpoint(ctx, input.id);
    const { url, disabledAt } = webhookEndpoints;
    const [row] = await tx.select({ url, disabledAt }).from(webhookEndpoints).where(own).for("update");
    if (!row) throw new AppError("not_found");
    const changed = row.disabledAt !== null;
    if (changed) {
      // Failures of before say nothing about how it is now.
      const on = { disabledAt: null, disabledWhy: null, lastFailureAt: null, failingSince: null };
      await tx.update(webhookEndpoints).set(on).where(own);
    }
    return {
      result: { id: input.id, url: row.url, state: "enabled" as const, changed },
      audit: changed
        ? { object: { kind: "webhook", id: input.id }, after: { state: "enabled" } }
        : { none: "asked for what already was" },
    };
  },
});
