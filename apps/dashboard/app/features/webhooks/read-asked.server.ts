import type { Ctx } from "@tenantry/core/kernel/ctx";
import { readWebhook } from "@tenantry/core/webhooks/read";
import { load } from "../../request/verbs.server.ts";

/** What a dialog about an endpoint tells of it. */
export async function readAsked(ctx: Ctx, id: string) {
  const { url, state, deliveries } = await load(readWebhook(ctx, { id }));
  return { id, host: new URL(url).host, state, deliveries };
}
