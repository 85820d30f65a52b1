import type { Principal, World } from "./world.ts";

/** A draft of a reseller. It is its maker's alone; those who can have none meet the owner's. */
export async function newResellerDraftId(world: World, principal: Principal): Promise<string> {
  const maker = ["AO", "AA"].includes(principal.name) ? principal : world.who("AO");
  const body = { fields: { name: "Acme Studio" } };
  const made = await world.web.ask(maker.host, "/api/v1/reseller-drafts", { session: maker.session, body });
  return made.json().id;
}
