import type { Principal, World } from "./world.ts";

/** Endpoints are their account's: an owner makes them. */
const ownerFor = (world: World, { account }: Principal) =>
  world.who(account.side === "reseller" || account.side === "customer" ? "RO" : "AO");

/** An endpoint that is switched on. */
export async function newWebhookId(world: World, principal: Principal): Promise<string> {
  const { host, session, account } = ownerFor(world, principal);
  // An account has twenty at most that are switched on, and a suite makes more.
  await world.web.app.admin.query(
    `update webhook_endpoints set disabled_at = now(), disabled_why = 'by_hand'
     where account_id = $1 and disabled_at is null`,
    [account.accountId],
  );
  const body = { url: "https://example.com/hooks", eventTypes: ["reseller.updated"] };
  return (await world.web.ask(host, "/api/v1/webhooks", { session, body })).json().id;
}

/** An endpoint that somebody has switched off. */
export async function newDisabledWebhookId(world: World, principal: Principal): Promise<string> {
  return post(world, principal, "disable");
}

/** A message to an endpoint that is switched on. */
export async function newWebhookDeliveryId(world: World, principal: Principal): Promise<string> {
  return post(world, principal, "ping");
}

/** Does it with a new endpoint, and answers the id of what it answers. */
async function post(world: World, principal: Principal, what: "disable" | "ping"): Promise<string> {
  const { host, session } = ownerFor(world, principal);
  const path = `/api/v1/webhooks/${await newWebhookId(world, principal)}/${what}`;
  return (await world.web.ask(host, path, { method: "POST", session })).json().id;
}
