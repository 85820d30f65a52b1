import { createCustomer } from "@tenantry/core/customers/create";
import { mintToken } from "@tenantry/core/identity/tokens";
import { newId } from "@tenantry/core/kernel/ids";
import { inviteOperator } from "@tenantry/core/operators/invite";
import { archivePlan } from "@tenantry/core/plans/archive";
import { createMigration } from "@tenantry/core/plans/create-migration";
import { changePlan } from "@tenantry/core/resellers/change-plan";
import { changeType } from "@tenantry/core/resellers/change-type";
import { addPerson, personPassword } from "@tenantry/core/testing";
import { inTenant } from "@tenantry/db";
import { invitations, memberships, users } from "@tenantry/db/schema";
import { exampleCode, exampleIds, exampleTokens } from "../routes/examples.ts";
import type { Operation } from "../routes/operation.ts";
import { newAllowanceChild } from "./allowance-fixtures.ts";
import { newResellerDraftId } from "./draft-fixtures.ts";
import { newArchivedFeature, newFeatureId, newSoldTo } from "./feature-fixtures.ts";
import { importFixtures, importPlaceholders } from "./import-fixtures.ts";
import { newOutdatedPlan, newPlanId, planner } from "./plan-fixtures.ts";
import { newArchivedReseller, newResellerId } from "./reseller-fixtures.ts";
import { saleFixtures, salePlaceholders } from "./sale-fixtures.ts";
import { nextCode, setUpSecondFactor, startSecondFactor } from "./second-factor.ts";
import { transferFixtures } from "./transfer-fixtures.ts";
import { uplineFixtures } from "./upline-fixtures.ts";
import { cookieOf, type TestWeb } from "./web.ts";
import { webhookFixtures } from "./webhook-fixtures.ts";
import { newOperator, operatorHost, type Place, type Principal, type World } from "./world.ts";

/** Random lower-case letters. */
export const letters = () =>
  `x${newId().replace(/[^a-f]/g, "")}${crypto.randomUUID().replace(/[^a-f]/g, "")}`;

const byPlaceholder = {
  ...salePlaceholders,
  ...importPlaceholders,
  [exampleIds.reseller]: "reseller",
  [exampleIds.archivedReseller]: "archivedReseller",
  [exampleIds.invitedReseller]: "invitedReseller",
  [exampleIds.plan]: "plan",
  [exampleIds.archivedPlan]: "archivedPlan",
  [exampleIds.outdatedPlan]: "outdatedPlan",
  [exampleIds.planMigration]: "planMigration",
  [exampleIds.replanningReseller]: "replanningReseller",
  [exampleIds.retypingReseller]: "retypingReseller",
  [exampleIds.erasableReseller]: "erasableReseller",
  [exampleIds.distributor]: "distributor",
  [exampleIds.archivedDistributor]: "archivedDistributor",
  [exampleIds.uplineReseller]: "uplineReseller",
  [exampleIds.customer]: "customer",
  [exampleIds.movableCustomer]: "movableCustomer",
  [exampleIds.transfer]: "transfer",
  [exampleIds.ownAgency]: "ownAgency",
  [exampleIds.ownAccount]: "ownAccount",
  [exampleIds.feature]: "feature",
  [exampleIds.archivedFeature]: "archivedFeature",
  [exampleIds.soldTo]: "soldTo",
  [exampleIds.allowanceChild]: "allowanceChild",
  [exampleIds.apiKey]: "apiKey",
  [exampleIds.agency]: "agency",
  [exampleIds.mail]: "mail",
  [exampleIds.savedView]: "savedView",
  [exampleIds.bulkRun]: "bulkRun",
  [exampleIds.resellerDraft]: "resellerDraft",
  [exampleIds.suspendedAgency]: "suspendedAgency",
  [exampleIds.person]: "person",
  [exampleIds.invitedPerson]: "invitedPerson",
  [exampleIds.disabledPerson]: "disabledPerson",
  [exampleIds.webhook]: "webhook",
  [exampleIds.disabledWebhook]: "disabledWebhook",
  [exampleIds.webhookDelivery]: "webhookDelivery",
  [exampleIds.auditEntry]: "auditEntry",
  [exampleTokens.invitation]: "invitation",
  [exampleTokens.reset]: "reset",
  [exampleTokens.paymentLink]: "paymentLink",
  [exampleTokens.checkout]: "checkout",
  [exampleTokens.setup]: "setup",
  [exampleTokens.session]: "session",
  [exampleTokens.pending]: "pending",
  [exampleTokens.enrolment]: "enrolment",
  // Last, because it is the code for whichever of the two above was made before it.
  [exampleCode]: "code",
} as const;
export type FixtureName = (typeof byPlaceholder)[keyof typeof byPlaceholder];

/** Which records an operation's example speaks of. */
export function placeholdersOf(operation: Operation): FixtureName[] {
  const text = JSON.stringify(operation.example);
  return Object.entries(byPlaceholder).flatMap(([placeholder, name]) =>
    text.includes(placeholder) ? [name] : [],
  );
}

/** An example's values with real records in place of the placeholders. */
export function fill<T>(example: T, values: Partial<Record<FixtureName, string>>): T {
  let text = JSON.stringify(example);
  for (const [placeholder, name] of Object.entries(byPlaceholder)) {
    if (values[name]) text = text.replaceAll(placeholder, values[name]);
  }
  return JSON.parse(text);
}

/** Makes a record of the world for somebody to act on: fresh, so that acting on it touches nobody else. */
export function makeFixture(world: World, name: FixtureName, principal: Principal): Promise<string> {
  return makers[name](world, principal);
}

const makers: Record<FixtureName, (world: World, principal: Principal) => Promise<string>> = {
  // Somebody below the agency acts on the reseller they are in.
  reseller: async (world, { account }) =>
    account.side === "reseller" || account.side === "customer" ? world.reseller.id : newResellerId(world),
  invitedReseller: async (world, { account }) =>
    account.side === "reseller" || account.side === "customer" ? world.reseller.id : newResellerId(world),
  archivedReseller: newArchivedReseller,
  erasableReseller: newArchivedReseller,
  ...uplineFixtures,
  plan: newPlanId,
  archivedPlan: async (world, principal) => {
    const id = await newPlanId(world, principal);
    await archivePlan(await planner(world, principal), { id });
    return id;
  },
  outdatedPlan: (world, principal) =>
    principal.account.side === "reseller" ? newPlanId(world, principal) : newOutdatedPlan(world),
  planMigration: async (world) => {
    const id = await newOutdatedPlan(world);
    return (await createMigration(await world.agency.ctx(), { id, day: "2099-01-01" })).id;
  },
  replanningReseller: newChangingReseller,
  retypingReseller: newChangingReseller,
  customer: async (world, { account }) =>
    account.side === "customer"
      ? world.customerId
      : (await createCustomer(await world.agency.ctx(), { name: "Fresh", parentId: world.reseller.id })).id,
  ...transferFixtures,
  ownAccount: async (_world, { account }) => account.accountId,
  feature: newFeatureId,
  archivedFeature: newArchivedFeature,
  soldTo: newSoldTo,
  allowanceChild: newAllowanceChild,
  ...saleFixtures,
  apiKey: async (world, { account }) => {
    const owner = world.who(account.side === "reseller" ? "RO" : "AO");
    const made = await world.web.ask(owner.host, "/api/v1/api-keys", {
      session: owner.session,
      body: { name: "fresh", scopes: ["plans:read"] },
    });
    return made.json().id;
  },
  ...webhookFixtures,
  // A view is its maker's to remove; those who can have none meet the owner's.
  savedView: async (world, principal) => {
    const own = isPerson(principal) && principal.account.side === "agency";
    const maker = own ? principal : world.who("AO");
    const body = { list: "resellers", name: newId(), question: "status=active" };
    const made = await world.web.ask(maker.host, "/api/v1/saved-views", { session: maker.session, body });
    return made.json().id;
  },
  bulkRun: async (world) => {
    const { host, session } = world.who("AO");
    const body = { action: "deactivate", resellers: { ids: [await newResellerId(world)] } };
    return (await world.web.ask(host, "/api/v1/bulk-runs", { session, body })).json().id;
  },
  resellerDraft: newResellerDraftId,
  ...importFixtures,
  agency: async ({ web }) => newAgencyId(web),
  suspendedAgency: async ({ web }) => {
    const id = await newAgencyId(web);
    await web.app.admin.query("update agencies set status = 'suspended' where agency_id = $1", [id]);
    return id;
  },
  mail: async ({ web, agency }) =>
    (await web.app.admin.query("select id from mails where agency_id = $1 limit 1", [agency.id])).rows[0].id,
  // Of the reseller, whom it concerns; the agency sees it as well.
  auditEntry: async ({ web, reseller }) =>
    (await web.app.admin.query("select id from audit_entries where reseller_id = $1 limit 1", [reseller.id]))
      .rows[0].id,
  invitation: ({ web }, { account }) => newInvitation(web, account),
  reset: ({ web }, { account }) => newReset(web, account),
  person: async ({ web }, { account }) =>
    (await addPerson(web.app, account.host, teamOf(account), "viewer")).userId,
  invitedPerson: ({ web }, { account }) => newInvitedPerson(web, teamOf(account)),
  disabledPerson: async ({ web }, { account }) => {
    const { userId } = await addPerson(web.app, account.host, teamOf(account), "viewer");
    await web.app.admin.query("update memberships set state = 'disabled' where user_id = $1", [userId]);
    return userId;
  },
  pending: async ({ web }, { account }) => {
    const team = teamOf(account);
    const { email, session } = await addPerson(web.app, account.host, team, "viewer");
    await setUpSecondFactor(web, account.host, session);
    const body = { email, password: personPassword };
    return (await web.ask(account.host, "/api/v1/session", { body })).json().pending;
  },
  enrolment: async ({ web, who }, principal) => {
    const { host, session } = isPerson(principal) ? principal : who("AO");
    return (await startSecondFactor(web, host, session)).enrolment;
  },
  code: async () => nextCode(),
  setup: async ({ web }) => (await inviteOperator(web.app, `${newId()}@example.com`)).split("/").at(-1)!,
  // Another session of the same person; for those without any, that of the agency's owner.
  session: async (world, principal) =>
    (
      await anotherSession(world, isPerson(principal) ? principal : world.who(principal.key?.creator ?? "AO"))
    ).split(".")[0]!,
};

/** A change of plan and one of type wait for it. */
async function newChangingReseller(world: World, { account }: Principal): Promise<string> {
  if (account.side === "reseller" || account.side === "customer") return world.reseller.id;
  const ctx = await world.agency.ctx();
  const id = await newResellerId(world);
  await changePlan(ctx, { id, planId: await newPlanId(world, world.who("AO")), effective: "next_period" });
  await changeType(ctx, { id, type: "commission", day: "2099-01-01" });
  return id;
}

async function newAgencyId(web: TestWeb): Promise<string> {
  const session = await operatorOf(web);
  const body = { name: "Fresh", slug: letters(), ownerName: "Maya", ownerEmail: "maya@example.com" };
  return (await web.ask(operatorHost, "/api/v1/operator/agencies", { session, body })).json().id;
}

const operatorSessions = new WeakMap<TestWeb, Promise<string>>();
function operatorOf(web: TestWeb): Promise<string> {
  const known = operatorSessions.get(web) ?? newOperator(web);
  operatorSessions.set(web, known);
  return known;
}

const rowScope = ({ agencyId, distributorId = agencyId, resellerId }: Place) => ({
  ...{ agencyId, distributorId, resellerId },
});
const asAgency = ({ agencyId }: Place) => ({ agency: agencyId, kind: "agency" as const, account: agencyId });
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

/** An open invitation to an account, as a link's token. The account's realm is the host's. */
export function newInvitation(web: TestWeb, place: Place, email = `${newId()}@example.com`): Promise<string> {
  const scope = rowScope(place);
  const [userId, id] = [newId(), newId()];
  const accountId = place.side === "customer" ? place.resellerId : place.accountId;
  return inTenant(web.app.pool, asAgency(place), async (tx) => {
    await tx.insert(users).values({ ...scope, id: userId, realmId: accountId, email, name: "Invited" });
    await tx
      .insert(memberships)
      .values({ ...scope, userId, accountId, customerId: place.agencyId, role: "viewer" });
    const facts = { ...scope, id, accountId, userId, email, role: "viewer" as const };
    await tx.insert(invitations).values({ ...facts, expiresAt: hours(24) });
    const { host } = place;
    return mintToken(tx, {
      ...scope,
      purpose: "invitation",
      subjectId: id,
      userId,
      host,
      expiresAt: hours(24),
    });
  });
}

/** A reset link's token for a fresh person of this host. */
export async function newReset(web: TestWeb, place: Place): Promise<string> {
  const realm = place.side === "customer" ? { ...place, accountId: place.resellerId } : place;
  const { userId } = await addPerson(web.app, place.host, realm, "viewer");
  const { host } = place;
  return inTenant(web.app.pool, asAgency(place), (tx) =>
    mintToken(tx, {
      ...rowScope(place),
      purpose: "password_reset",
      subjectId: userId,
      userId,
      host,
      expiresAt: hours(1),
    }),
  );
}

/** The account whose team somebody is in; a customer's people stand on their reseller's host. */
function teamOf(place: Place): Place {
  return place.side === "customer" ? { ...place, accountId: place.resellerId } : place;
}

async function newInvitedPerson(web: TestWeb, place: Place): Promise<string> {
  const email = `${newId()}@example.com`;
  await newInvitation(web, place, email);
  const { rows } = await web.app.admin.query("select id from users where email = $1", [email]);
  return rows[0].id;
}

const isPerson = ({ session, account }: Principal) => session !== undefined && account.side !== "operator";

/** One more session of a person, its token whole. */
export async function anotherSession(
  { web }: Pick<World, "web">,
  { host, session }: Principal,
): Promise<string> {
  const { email } = (await web.ask(host, "/api/v1/profile", { session })).json();
  return cookieOf(await web.ask(host, "/api/v1/session", { body: { email, password: personPassword } }));
}
