import { randomUUID } from "node:crypto";
import { send } from "@tenantry/api/testing/web";
import { createApiKey } from "@tenantry/core/api-keys/create";
import type { Agency } from "@tenantry/core/testing";
import type { Served } from "./serve-app.ts";

/** A key that may send usage, as the agency's owner makes one. */
export async function ingestKey(agency: Agency): Promise<string> {
  const { key } = await createApiKey(await agency.ctx(), { name: "Chat servers", scopes: ["usage:ingest"] });
  return key;
}

/** Reports `quantity` units of a meter for an account, as a product does: over HTTP with a key, from outside. */
export async function report(
  served: Served,
  host: string,
  key: string,
  event: { accountId: string; meter?: string; quantity: number },
): Promise<number> {
  const body = {
    source: "chat",
    eventId: randomUUID(),
    meter: "messages",
    at: new Date().toISOString(),
    ...event,
  };
  return (await send(served.port, host, "/api/v1/usage/events", { key, body })).status;
}
