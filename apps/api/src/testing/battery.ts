import { createCustomer } from "@tenantry/core/customers/create";
import { chooseForFeature } from "@tenantry/core/features/choose";
import { createFeature } from "@tenantry/core/features/create";
import { createPlan } from "@tenantry/core/plans/create";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { contextFor, newReseller } from "@tenantry/core/testing";
import { leaksIn, plantCanaries } from "./canaries.ts";
import { type FixtureName, letters, makeFixture } from "./fixtures.ts";
import type { Answer, Ask, TestWeb } from "./web.ts";
import { credentials, inhabit, newPerson, type Principal, type World } from "./world.ts";

/** Three agencies side by side, the first of them with a sibling reseller, a deleted one, and customers everywhere. */
export interface Scene {
  web: TestWeb;
  home: World;
  others: World[];
  foreign: Foreign[];
  canaries: Awaited<ReturnType<typeof plantCanaries>>;
}

/** Somebody else's record: what it is to whom, and its id. */
export interface Foreign {
  relation: string;
  /** Principals by first letter to whom it is foreign. */
  to: string;
  /** Inside the asker's scope, though not theirs to act on: who may not act at all is told so by a 403. */
  inside?: true;
  ids: Partial<Record<FixtureName, string>>;
}

/** Makes the scene in one installation; every text of every tenant carries a marker of its own. */
export async function openScene(web: TestWeb): Promise<Scene> {
  const home = await inhabit(web, "Home");
  const others = [await inhabit(web, "Second"), await inhabit(web, "Third")];
  const foreign = [await ofAnotherAgency(others[0]!), ...(await ofHome(home))];
  return { web, home, others, foreign, canaries: await plantCanaries([home, ...others]) };
}

/** What is sold and owed, with whoever asks as its seller. */
const sold = [
  "subscription",
  "cancelledSubscription",
  "openInvoice",
  "paidInvoice",
  "commission",
  "undisputedCommission",
  "commissionDispute",
  "pausedInvoice",
  "paymentLink",
] as const satisfies FixtureName[];

const names: FixtureName[] = [
  "reseller",
  "archivedReseller",
  "invitedReseller",
  "plan",
  "archivedPlan",
  "outdatedPlan",
  "planMigration",
  "replanningReseller",
  "resellerDraft",
  "distributor",
  "archivedDistributor",
  "uplineReseller",
  "customer",
  "feature",
  "archivedFeature",
  "soldTo",
  "apiKey",
  "webhook",
  "disabledWebhook",
  "webhookDelivery",
  ...sold,
  "checkout",
  "payout",
  "sentPayout",
  "auditEntry",
  "session",
  "person",
  "invitedPerson",
  "disabledPerson",
];

async function ofAnotherAgency(world: World): Promise<Foreign> {
  const ids: Foreign["ids"] = {};
  for (const name of [...names, "invitation", "reset"] as FixtureName[]) {
    ids[name] = await makeFixture(world, name, world.who("AO"));
  }
  return { relation: "another agency's", to: "ARC", ids };
}

/** What is foreign inside one agency: seen from a reseller's people, from a customer's, and from anybody else's self. */
async function ofHome(home: World): Promise<Foreign[]> {
  const ctx = await home.agency.ctx();
  const sibling = await newReseller(home.web.app, home.agency);
  const deleted = await newReseller(home.web.app, home.agency);
  const owner = { session: sibling.owner.session };
  const body = { name: "sibling's", scopes: ["plans:read"] };
  const key = (await home.web.ask(sibling.host, "/api/v1/api-keys", { ...owner, body })).json();
  const siblings = { side: "reseller", agencyId: home.agency.id, host: sibling.host } as const;
  const hook = { url: "https://sibling.example/hooks", eventTypes: ["reseller.updated"] };
  const webhook = (await home.web.ask(sibling.host, "/api/v1/webhooks", { ...owner, body: hook })).json().id;
  const ping = { ...owner, method: "POST" };
  const webhookDelivery = (await home.web.ask(sibling.host, `/api/v1/webhooks/${webhook}/ping`, ping)).json()
    .id;
  const hooks = { webhook, disabledWebhook: webhook, webhookDelivery };
  const person = (
    await newPerson(home.web, { ...siblings, resellerId: sibling.id, accountId: sibling.id }, "viewer")
  ).userId;
  const people = (id: string) => ({ person: id, invitedPerson: id, disabledPerson: id });
  const customerOf = async (parentId: string) =>
    (await createCustomer(ctx, { name: "Foreign", parentId })).id;
  const asReseller = (id: string) => ({
    reseller: id,
    archivedReseller: id,
    invitedReseller: id,
    replanningReseller: id,
  });
  const siblingsPlan = async () => {
    const theirs = await contextFor(home.web.app, sibling.host, sibling.owner.session);
    return (await createPlan(theirs, { name: letters() })).id;
  };
  // Released to the sibling alone.
  const siblingsFeature = (await createFeature(ctx, { key: letters(), name: "Sibling's" })).id;
  await chooseForFeature(ctx, { id: siblingsFeature, accountIds: [sibling.id], released: true });
  const agencysPlan = async () => makeFixture(home, "plan", home.who("AO"));
  const foreign: Foreign[] = [
    {
      relation: "a sibling reseller's",
      to: "RC",
      ids: {
        ...asReseller(sibling.id),
        customer: await customerOf(sibling.id),
        plan: await siblingsPlan(),
        archivedPlan: await siblingsPlan(),
        outdatedPlan: await siblingsPlan(),
        feature: siblingsFeature,
        archivedFeature: siblingsFeature,
        soldTo: await customerOf(sibling.id),
        ...(await soldBy({ ...home, reseller: sibling }, home.who("RO"))),
        apiKey: key.id,
        ...hooks,
        auditEntry: await entryOf(home, sibling.id),
        session: sibling.owner.session.split(".")[0],
        ...people(person),
      },
    },
    {
      relation: "the agency's own, from below",
      to: "RC",
      ids: {
        ...asReseller(home.agency.id),
        distributor: await makeFixture(home, "distributor", home.who("AO")),
        archivedDistributor: await makeFixture(home, "archivedDistributor", home.who("AO")),
        uplineReseller: await makeFixture(home, "uplineReseller", home.who("AO")),
        customer: await customerOf(home.agency.id),
        plan: await agencysPlan(),
        archivedPlan: await agencysPlan(),
        outdatedPlan: await agencysPlan(),
        feature: await makeFixture(home, "feature", home.who("AO")),
        archivedFeature: await makeFixture(home, "archivedFeature", home.who("AO")),
        soldTo: await customerOf(home.agency.id),
        ...(await soldBy(home, home.who("AO"))),
        planMigration: await makeFixture(home, "planMigration", home.who("AO")),
        resellerDraft: await makeFixture(home, "resellerDraft", home.who("AO")),
        apiKey: await makeFixture(home, "apiKey", home.who("AO")),
        webhook: await makeFixture(home, "webhook", home.who("AO")),
        disabledWebhook: await makeFixture(home, "disabledWebhook", home.who("AO")),
        webhookDelivery: await makeFixture(home, "webhookDelivery", home.who("AO")),
        auditEntry: await entryOf(home, home.agency.id),
        session: await makeFixture(home, "session", home.who("AO")),
        ...people(await makeFixture(home, "person", home.who("AO"))),
      },
    },
    {
      relation: "a deleted reseller's",
      to: "RC",
      ids: { ...asReseller(deleted.id), customer: await customerOf(deleted.id) },
    },
    {
      relation: "another customer's of the same reseller",
      to: "C",
      ids: { customer: await customerOf(home.reseller.id) },
    },
    { relation: "its reseller's, from a customer", to: "C", ids: { ...asReseller(home.reseller.id) } },
    {
      relation: "a reseller's own, from above",
      to: "A",
      inside: true,
      ids: { apiKey: key.id, ...hooks, session: sibling.owner.session.split(".")[0], ...people(person) },
    },
    {
      relation: "a colleague's",
      to: "A",
      inside: true,
      ids: { session: await makeFixture(home, "session", home.who("AS")) },
    },
    {
      relation: "a colleague's",
      to: "R",
      inside: true,
      ids: { session: await makeFixture(home, "session", home.who("RS")) },
    },
  ];
  await archiveReseller(ctx, { id: deleted.id });
  return foreign;
}

async function soldBy(world: World, seller: Principal): Promise<Foreign["ids"]> {
  const ids: Foreign["ids"] = {};
  for (const name of sold) ids[name] = await makeFixture(world, name, seller);
  return ids;
}

async function entryOf({ web }: World, resellerId: string): Promise<string> {
  const { rows } = await web.app.admin.query("select id from audit_entries where reseller_id = $1 limit 1", [
    resellerId,
  ]);
  return rows[0].id;
}

/** Which records of others an asker can name. */
export function foreignTo(
  scene: Scene,
  asker: Principal,
  name: FixtureName,
  mayAct = true,
): { relation: string; id: string }[] {
  const side = (asker.key?.creator ?? asker.name).charAt(0);
  return scene.foreign.flatMap(({ relation, to, inside, ids }) =>
    to.includes(side) && ids[name] && (mayAct || !inside) ? [{ relation, id: ids[name] }] : [],
  );
}

/** What of an answer may tell something apart: all of it but the request's number, the time it took, and what is left of the asker's quota. */
export function comparable({ status, headers, text }: Answer): string {
  const { date, "x-request-id": _id, connection, "keep-alive": _alive, ratelimit, ...rest } = headers;
  const body = text.replace(/req_[\w-]{36}/g, "req");
  return JSON.stringify({ status, rest, body });
}

/** A request somebody makes, of the API or of a page. */
export interface Crawl {
  asker: Principal;
  path: string;
  ask?: Ask;
}

/** Makes the requests and answers every foreign marker found in body, headers or log. */
export async function findLeaks(scene: Scene, crawls: Crawl[]): Promise<string[]> {
  const { web, canaries } = scene;
  const leaks: string[] = [];
  for (const { asker, path, ask } of crawls) {
    const answer = await web.ask(asker.host, path, { ...ask, ...credentials(asker) });
    for (const found of leaksIn(answer, asker, canaries)) leaks.push(`${asker.name} ${path}: ${found}`);
    if (answer.status >= 500) leaks.push(`${asker.name} ${path}: ${answer.status} ${answer.text}`);
  }
  const logged = web.app.logged.join("\n");
  return [
    ...leaks,
    ...canaries.filter(({ text }) => logged.includes(text)).map(({ text }) => `log: ${text}`),
  ];
}
