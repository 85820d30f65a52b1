import type { Principal, World } from "./world.ts";

/** Endpoints are their account's: an owner makes them. */
const ownerFor = (world: World, { account }: Principal) =>
  world.who(account.side === "reseller" || account.side === "customer" ? "RO" : "AO");

/** An endpoint that is switched on. */
async function newWebhookId(world: World, principal: Principal): Promise<string> {
  const { host, session, account } = ownerFor(world, principal);
  // An account has twenty at most, and a suite makes more.
  await world.web.app.admin.query(
    `with old as (select id from webhook_endpoints where account_id = $1 order by created_at desc, id offset 10
     ), sent as (delete from webhook_deliveries where endpoint_id in (select id from old) returning id
     ), tried as (delete from webhook_attempts where delivery_id in (select id from sent))
     delete from webhook_endpoints where id in (select id from old)`,
    [account.accountId],
  );
  const body = { url: "https://example.com/hooks", eventTypes: ["reseller.updated"] };
  return (await world.web.ask(host, "/api/v1/webhooks", { session, body })).json().id;
}

/** An endpoint that somebody has switched off. */
async function newDisabledWebhookId(world: World, principal: Principal): Promise<string> {
  return post(world, principal, "disable");
}

/** A message to an endpoint that is switched on. */
async function newWebhookDeliveryId(world: World, principal: Principal): Promise<string> {
  return post(world, principal, "ping");
}

/** Does it with a new endpoint, and answers the id of what it answers. */
async function post(world: World, principal: Principal, what: "disable" | "ping"): Promise<string> {
  const { host, session } = ownerFor(world, principal);
  const path = `/api/v1/webhooks/${await newWebhookId(world, principal)}/${what}`;
  return (await world.web.ask(host, path, { method: "POST", session })).json().id;
}

export const webhookFixtures = {
  webhook: newWebhookId,
  disabledWebhook: newDisabledWebhookId,
  webhookDelivery: newWebhookDeliveryId,
};
