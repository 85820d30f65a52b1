import { setTimeout as sleep } from "node:timers/promises";
import { setAllowance } from "@tenantry/core/allowances/set";
import { createApiKey } from "@tenantry/core/api-keys/create";
import { archiveDistributor } from "@tenantry/core/distributors/archive";
import { inviteOperator } from "@tenantry/core/operators/invite";
import { createResellerDraft } from "@tenantry/core/reseller-drafts/create";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { createReseller } from "@tenantry/core/resellers/create";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { invitePerson } from "@tenantry/core/team/invite";
import { disablePerson } from "@tenantry/core/team/set-state";
import { addPerson, asUpline, newDistributor, newResellerOf } from "@tenantry/core/testing";
import { type Agency, letters, newAgency } from "@tenantry/core/testing/agency";
import { newReseller, type Reseller, resellerInput } from "@tenantry/core/testing/reseller";
import { makeAllowances } from "./allowances.ts";
import { makeCustomers } from "./customers.ts";
import { makeEarnings } from "./earnings.ts";
import { makeFeatures } from "./features.ts";
import { makeImports } from "./imports.ts";
import { makeInvoices } from "./invoices.ts";
import { newOperator } from "./operator.ts";
import { makePlans } from "./plans.ts";
import type { Served } from "./serve-app.ts";
import { ingestKey, report } from "./usage.ts";
import { makeWebhooks } from "./webhooks.ts";
import { openWorker } from "./worker.ts";

/** One of everything a page can show. */
export type Scene = Awaited<ReturnType<typeof makeScene>>;

export async function makeScene(served: Served) {
  const { app } = served;
  const worker = await openWorker(app);
  const agency = await newAgency(app);
  const empty = await newAgency(app);
  const suspended = await newAgency(app);
  await app.admin.query("update agencies set status = 'suspended' where agency_id = $1", [suspended.id]);
  const reseller = await newReseller(app, agency);
  const idle = await newReseller(app, agency);
  const locked = await newReseller(app, agency);
  const gone = await newReseller(app, agency);
  await deactivateReseller(await agency.ctx(), { id: locked.id });
  await archiveReseller(await agency.ctx(), { id: gone.id });
  const invited = await createReseller(await agency.ctx(), resellerInput(`v${letters(14)}`));
  const stale = await createReseller(await agency.ctx(), resellerInput(`w${letters(14)}`));
  const bulkRunId = await refusedRun(served, agency.id, gone.id);
  const key = await ingestKey(agency);
  for (const [of, quantity] of [
    [reseller, 9_500],
    [locked, 400_000],
  ] as const) {
    await report(served, agency.host, key, { accountId: of.id, quantity });
    await report(served, agency.host, key, { accountId: of.id, meter: "whatsapp_messages", quantity: 700 });
  }
  await report(served, agency.host, key, { accountId: crypto.randomUUID(), quantity: 1 });
  await worker.fold();
  const team = await makeTeams(served, agency, reseller);
  const { id: keyId } = await createApiKey(await agency.ctx(), {
    name: "Reports",
    scopes: ["resellers:read"],
  });
  const mail = await sentMail(served, agency.id);
  await worker.stop();
  await neglect(served, stale.id);
  const { plan, ownPlan, seller, ...wholesale } = await makePlans(served, agency, reseller);
  /** A customer of the reseller with a guaranteed slice. */
  const given = await makeAllowances(served, agency, reseller);
  const own = { reseller, plan: ownPlan, customer: given };
  return {
    agency,
    empty,
    suspended,
    reseller,
    idle,
    locked,
    gone,
    /** Where the invitation of a reseller nobody has taken up leads. */
    invited: { id: invited.id, link: new URL(invited.activationLink ?? "") },
    keyId,
    /** An endpoint with messages of each state, one that failing has switched off, and a message that failed. */
    webhooks: await makeWebhooks(served, agency),
    team,
    /** An agency that asks its people for a second step, and whose owner has none. */
    wary: await withRequiredFactor(served, await newAgency(app)),
    auditId: await auditEntryOf(served, reseller.id),
    bulkRunId,
    uplines: await makeUplines(served, agency),
    imports: await makeImports(served, agency, reseller),
    features: await makeFeatures(agency, reseller),
    /** A test agency that pays commission, whoever earns it, and a payout of each state. */
    earnings: await makeEarnings(app),
    /** A reseller that somebody has typed whole and not created. */
    draftId: await makeDraft(agency),
    /** A plan with two versions, a draft and a migration to come; one of a reseller's own; one that sells the agency's. */
    given,
    invoices: await makeInvoices(served, { agency, plan, own, agent: seller }),
    customers: await makeCustomers(served, agency, reseller, given),
    plan,
    ownPlan,
    seller,
    /** A reseller that pays for its plan, and one that does not. */
    ...wholesale,
    mail,
    operator: await newOperator(app),
    setupLink: new URL(await inviteOperator(app, `${letters(8)}@operator.example`)),
    /** Somebody whose password was set by the agency. */
    forced: await withForcedChange(served, await newReseller(app, agency)),
  };
}

/** A reseller whom the invitation never reached, and who can take it up no more. */
async function neglect({ app }: Served, resellerId: string): Promise<void> {
  const past = "update invitations set expires_at = now() - interval '1 day' where account_id = $1";
  await app.admin.query(past, [resellerId]);
  await app.admin.query("update mails set state = 'failed' where account_id = $1", [resellerId]);
  await app.admin.query("update brands set support_email = 'help@support.example'");
}

/**
 * A distributor with a reseller, one that it has stopped and one that it has deleted; a deleted distributor, and a
 * reseller that may have resellers and has none.
 */
async function makeUplines({ app }: Served, agency: Agency) {
  const distributor = await newDistributor(app, agency);
  const gone = await newDistributor(app, agency);
  await archiveDistributor(await agency.ctx(), { id: gone.id });
  const [reseller, stopped, removed] = [
    await newResellerOf(app, agency, distributor),
    await newResellerOf(app, agency, distributor),
    await newResellerOf(app, agency, distributor),
  ];
  await deactivateReseller(await distributor.ctx(), { id: stopped.id, mode: "sales_stopped" });
  // Deleted with something in hand, it stays in the list of what was given.
  const holds = { accountId: removed.id, meter: "messages", mode: "guaranteed", units: 300 } as const;
  await setAllowance(await distributor.ctx(), holds);
  await archiveReseller(await distributor.ctx(), { id: removed.id });
  return {
    ...{ distributor, gone, reseller, stopped, removed },
    idle: await asUpline(app, agency, await newReseller(app, agency)),
  };
}

async function makeDraft(agency: Agency): Promise<string> {
  const fields = resellerInput(`d${letters(14)}`, "Harbour & Pine");
  return (await createResellerDraft(await agency.ctx(), { fields })).id;
}

/** An entry of the audit log about a reseller. */
async function auditEntryOf({ app }: Served, resellerId: string): Promise<string> {
  const { rows } = await app.admin.query<{ id: string }>(
    "select id from audit_entries where object_id = $1 and after is not null limit 1",
    [resellerId],
  );
  return rows[0]!.id;
}

/** A run that has come to its end, with one reseller refused. */
async function refusedRun({ app }: Served, agencyId: string, resellerId: string): Promise<string> {
  const id = crypto.randomUUID();
  await app.admin.query(
    `insert into bulk_runs (agency_id, id, user_id, action, total, finished_at)
     select $1, $2, id, 'deactivate', 1, now() from users where agency_id = $1 and realm_id = $1 limit 1`,
    [agencyId, id],
  );
  await app.admin.query(
    `insert into bulk_items (agency_id, run_id, place, account_id, state, failure)
     values ($1, $2, 0, $3, 'failed', 'conflict')`,
    [agencyId, id, resellerId],
  );
  return id;
}

/** The first mail of an agency that the worker has carried on; answers its place in the outbox. */
async function sentMail({ app }: Served, agencyId: string): Promise<string> {
  const sent = "select id from mails where agency_id = $1 and state = 'sent' limit 1";
  for (let round = 0; round < 500; round++) {
    const { rows } = await app.admin.query<{ id: string }>(sent, [agencyId]);
    if (rows[0]) return `${agencyId}/${rows[0].id}`;
    await sleep(20);
  }
  throw new Error("The worker sent no mail within ten seconds");
}

async function withForcedChange({ app }: Served, reseller: Reseller): Promise<Reseller> {
  const forced = "update users set must_change_password = true where realm_id = $1";
  await app.admin.query(forced, [reseller.id]);
  return reseller;
}

/** Colleagues of every state in an agency, and one person in a reseller's team. */
async function makeTeams({ app }: Served, agency: Agency, reseller: Reseller) {
  const own = { agencyId: agency.id, resellerId: agency.id, accountId: agency.id };
  const colleague = await addPerson(app, agency.host, own, "support");
  const off = await addPerson(app, agency.host, own, "viewer");
  await disablePerson(await agency.ctx(), { userId: off.userId });
  const invite = { email: `sam@${agency.host}.example`, name: "Sam Okafor", role: "finance" } as const;
  const invited = await invitePerson(await agency.ctx(), invite);
  const theirs = { agencyId: agency.id, resellerId: reseller.id, accountId: reseller.id };
  const partner = await addPerson(app, reseller.host, theirs, "admin");
  return {
    colleague: colleague.userId,
    off: off.userId,
    invited: invited.userId,
    link: new URL(invited.url ?? ""),
    partner: partner.userId,
  };
}

async function withRequiredFactor({ app }: Served, agency: Agency): Promise<Agency> {
  await app.admin.query("update agencies set second_factor_required = true where agency_id = $1", [
    agency.id,
  ]);
  return agency;
}
