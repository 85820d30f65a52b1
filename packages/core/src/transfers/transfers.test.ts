import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setRate } from "../commissions/set-rate.ts";
import { createCustomer } from "../customers/create.ts";
import { listCustomers } from "../customers/list.ts";
import { readCustomer } from "../customers/read.ts";
import { signIn } from "../identity/sign-in.ts";
import { listInvoices } from "../invoices/list.ts";
import { readInvoice } from "../invoices/read.ts";
import { readOwnAccount } from "../own-account/read.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { listReport } from "../reports/list.ts";
import { listStatementLines } from "../statements/list-lines.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { reactivateSubscription } from "../subscriptions/reactivate.ts";
import { readSubscription } from "../subscriptions/read.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { contextFor, newReseller, openTestApp, personPassword, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { agreedTransfer, newCustomerOwner, type Side } from "../testing/transfer.ts";
import { foldUsage, ingestUsage } from "../usage/index.ts";
import { answerTransfer } from "./answer.ts";
import { listTransfers } from "./list.ts";
import { previewTransfer } from "./preview.ts";
import { readTransfer } from "./read.ts";
import { requestTransfer } from "./request.ts";
import { carryOutTransfers } from "./sweep.ts";

let app: TestApp;
let worker: pg.Pool;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
});
beforeEach(async () => {
  market = await newMarket(app);
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const monthly = { currency: "EUR", interval: "month" as const };
const round = async () => {
  await carryOnSubscriptions(worker);
  await carryOutTransfers(worker);
  await carryOnSubscriptions(worker);
};

const ownerOf = (customerId: string, seller: Pick<Side, "id" | "host">) =>
  newCustomerOwner(app, market, customerId, seller);
const agreed = (customerId: string, giver: Side, receiver: Pick<Side, "id" | "ctx">) =>
  agreedTransfer(app, market, customerId, giver, receiver);

async function sides() {
  const { as, agency, seller, agent } = market;
  return {
    agency: { id: agency.id, host: agency.host, ctx: await as.agency() },
    seller: { id: seller.id, host: seller.host, ctx: await as.seller() },
    agent: { id: agent.id, host: agent.host, ctx: await as.agent() },
  };
}

describe("between two that sell for the agency", () => {
  it("goes on at its price, and what is invoiced from the boundary on is the receiver's", async () => {
    const { agency, agent } = await sides();
    const other = await newReseller(app, market.agency, "Bay Partners", "commission");
    await setRate(agency.ctx, { subject: "reseller", id: other.id, rateBps: 1_500 });
    await setRate(agency.ctx, { subject: "reseller", id: agent.id, rateBps: 1_000 });
    const customerId = market.customers.ofAgent;
    const sold = await createSubscription(agent.ctx, {
      customerId,
      planId: market.plans.agencys,
      ...monthly,
    });
    const receiver = { id: other.id, ctx: await contextFor(app, other.host, other.owner.session) };
    const preview = await previewTransfer(agency.ctx, { customerId, receiverId: other.id });
    expect(preview).toMatchObject({ block: "owner_missing", day: "2027-04-10", openInvoices: 1 });
    const { id, owner } = await agreed(customerId, agent, receiver);
    expect(await previewTransfer(agency.ctx, { customerId, receiverId: other.id })).toMatchObject({
      block: null,
      subscriptions: [{ id: sold.id, after: "goes_on", unitMinor: 1_000, periodTo: "2027-04-10" }],
    });
    await round();
    expect(await readTransfer(agent.ctx, { id })).toMatchObject({ state: "scheduled", side: "giver" });
    expect((await readCustomer(agent.ctx, { id: customerId })).name).toBe("Cove Cafe");

    await market.at("2027-04-10T12:00:00Z");
    await carryOnSubscriptions(worker);
    await round();
    const after = await sides();
    const theirs = await contextFor(app, other.host, other.owner.session);
    expect(await readTransfer(after.agent.ctx, { id })).toMatchObject({ state: "done" });
    expect((await readCustomer(theirs, { id: customerId })).name).toBe("Cove Cafe");
    expect(await readSubscription(theirs, { id: sold.id })).toMatchObject({
      state: "active",
      unitMinor: 1_000,
    });
    expect(await code(readCustomer(after.agent.ctx, { id: customerId }))).toBe("not_found");
    expect(await code(readSubscription(after.agent.ctx, { id: sold.id }))).toBe("not_found");

    // The first invoice stays with the giver and names its customer; the second is the receiver's, at its rate.
    const [old] = (await listInvoices(after.agent.ctx, {})).invoices;
    expect(old).toMatchObject({ customer: { name: "Cove Cafe" } });
    expect((await readInvoice(after.agent.ctx, { id: old!.id })).lines[0]!.rate).toMatchObject({
      rateBps: 1_000,
    });
    const { invoices } = await listInvoices(theirs, {});
    expect(invoices).toHaveLength(1);
    expect((await readInvoice(theirs, { id: invoices[0]!.id })).lines[0]!.rate).toMatchObject({
      rateBps: 1_500,
    });

    // So do its commission and its reports, by the name the invoice has.
    await markPaid(after.agency.ctx, { id: old!.id, reference: "bank" });
    await takeUpPayments(app.pool, market.agency.id, old!.id);
    const named = { customer: "Cove Cafe" };
    expect((await listStatementLines(after.agent.ctx, {})).lines).toMatchObject([{ commission: named }]);
    const asked = { from: "2027-03-01", to: "2027-04-30", by: "customer" as const, sold: "others" as const };
    expect((await listReport(after.agent.ctx, asked)).rows).toMatchObject([
      { accountId: customerId, name: "Cove Cafe", commissionMinor: 100 },
    ]);

    // Its people sign in at the receiver's host with the password they have, and no more at the giver's.
    const signs = async (host: string) =>
      signIn(await contextFor(app, host), { email: owner.email, password: personPassword });
    expect(await code(signs(agent.host))).toBe("wrong_credentials");
    const session = await signs(other.host);
    if ("pending" in session) throw new Error("no second step");
    const user = await contextFor(app, other.host, session.token);
    expect((await readOwnAccount(user, {})).subscriptions).toHaveLength(1);
    const { rows } = await app.admin.query(
      `select reseller_id as side, after ->> 'state' as state from audit_entries
       where object_id = $1 and after ->> 'state' is not null order by at, reseller_id`,
      [customerId],
    );
    expect(
      rows
        .filter(({ state }) => state === "done")
        .map(({ side }) => side)
        .sort(),
    ).toEqual([agent.id, other.id].sort());
    const mails = await app.admin.query("select distinct account_id from mails where subject_id = $1", [id]);
    expect(mails.rows.map((row) => row.account_id).sort()).toEqual([agent.id, other.id].sort());
  });

  it("takes effect at once where nothing runs, from the agency to a reseller and back", async () => {
    const { agency, agent } = await sides();
    const customerId = market.customers.direct;
    const { id } = await agreed(customerId, agency, agent);
    await round();
    expect(await readTransfer((await sides()).agent.ctx, { id })).toMatchObject({
      state: "done",
      side: "receiver",
    });
    expect((await listCustomers((await sides()).agent.ctx, { search: "Direct" })).customers).toHaveLength(1);
    const now = await sides();
    const session = await app.admin.query("select id from sessions where account_id = $1", [customerId]);
    expect(session.rows).toEqual([]);
    const { id: back } = await requestTransfer(now.agent.ctx, { customerId, receiverId: market.agency.id });
    expect(await readTransfer(now.agency.ctx, { id: back })).toMatchObject({
      state: "requested",
      side: "receiver",
    });
  });
});

describe("from or to a reseller with plans of its own", () => {
  it.each(["seller", "agency"] as const)("ends what its %s sold with its period, for good", async (from) => {
    const all = await sides();
    const giver = all[from];
    const receiver = from === "seller" ? all.agent : all.seller;
    const customerId = from === "seller" ? market.customers.ofSeller : market.customers.direct;
    const planId = from === "seller" ? market.plans.sellers : market.plans.agencys;
    const sold = await createSubscription(giver.ctx, { customerId, planId, ...monthly });
    await agreed(customerId, giver, receiver);
    await round();
    expect(await code(reactivateSubscription((await sides())[from].ctx, { id: sold.id }))).toBe(
      "subscription_handed_over",
    );
    await market.at("2027-04-10T12:00:00Z");
    await round();
    const after = await sides();
    expect(await readSubscription(after[from].ctx, { id: sold.id })).toMatchObject({ state: "ended" });
    const theirs = from === "seller" ? after.agent.ctx : after.seller.ctx;
    expect((await listSubscriptions(theirs, { customerId })).subscriptions).toEqual([]);
    const next = from === "seller" ? market.plans.agencys : market.plans.sellers;
    expect(await code(createSubscription(theirs, { customerId, planId: next, ...monthly }))).toBe("done");
  });
});

describe("who has a say", () => {
  it("is each side once: nobody else, and nobody for another", async () => {
    const { agency, agent, seller } = await sides();
    const customerId = market.customers.ofAgent;
    await ownerOf(customerId, agent);
    const { rows } = await app.admin.query("select code from accounts where id = $1", [market.seller.id]);
    expect(await code(requestTransfer(seller.ctx, { customerId, receiverId: market.agency.id }))).toBe(
      "not_found",
    );
    expect(await code(requestTransfer(agent.ctx, { customerId, receiverCode: "PA-000-000-000" }))).toBe(
      "transfer_receiver_unknown",
    );
    const { id } = await requestTransfer(agent.ctx, { customerId, receiverCode: rows[0].code });
    expect(await code(requestTransfer(agent.ctx, { customerId, receiverCode: rows[0].code }))).toBe(
      "transfer_open",
    );
    expect(await readTransfer(agent.ctx, { id })).toMatchObject({
      receiver: { name: "" },
      confirmed: { receiver: null },
    });
    expect(await code(answerTransfer(agency.ctx, { id, confirms: true }))).toBe("forbidden");
    const third = await newReseller(app, market.agency);
    const stranger = await contextFor(app, third.host, third.owner.session);
    expect(await code(readTransfer(stranger, { id }))).toBe("not_found");
    expect((await listTransfers(stranger, {})).transfers).toEqual([]);
    const foreign = await ownerOf(market.customers.ofSeller, seller);
    const theirs = await contextFor(app, seller.host, foreign.session);
    expect(await code(answerTransfer(theirs, { id, confirms: true }))).toBe("not_found");
    await round();
    expect(await readTransfer(agent.ctx, { id })).toMatchObject({ state: "requested" });
    await answerTransfer(seller.ctx, { id, confirms: false });
    expect(await readTransfer(agent.ctx, { id })).toMatchObject({ state: "refused", refusedBy: "receiver" });
    expect(await code(answerTransfer(seller.ctx, { id, confirms: true }))).toBe("conflict");
  });

  it("names no reseller to another before that one has confirmed", async () => {
    const { agency, agent, seller } = await sides();
    const customerId = market.customers.ofAgent;
    await ownerOf(customerId, agent);
    const { id } = await requestTransfer(agency.ctx, { customerId, receiverId: seller.id });
    expect(await readTransfer(seller.ctx, { id })).toMatchObject({ giver: { name: "" } });
    expect((await listTransfers(seller.ctx, {})).transfers).toMatchObject([{ giver: { name: "" } }]);
    expect(await readTransfer(agent.ctx, { id })).toMatchObject({ receiver: { name: "" } });
    await answerTransfer(agent.ctx, { id, confirms: true });
    expect((await readTransfer(seller.ctx, { id })).giver.name).not.toBe("");
    expect(await readTransfer(agent.ctx, { id })).toMatchObject({ receiver: { name: "" } });
  });

  it("lapses after thirty days", async () => {
    const { agent } = await sides();
    await ownerOf(market.customers.ofAgent, agent);
    const { id } = await requestTransfer(agent.ctx, {
      customerId: market.customers.ofAgent,
      receiverId: market.agency.id,
    });
    await market.at("2027-04-10T12:00:00Z");
    await round();
    expect(await readTransfer((await sides()).agent.ctx, { id })).toMatchObject({ state: "lapsed" });
  });
});

it("takes a gauge's value along, and leaves what was counted where it was", async () => {
  const { agency, agent, seller } = await sides();
  const customerId = market.customers.ofSeller;
  const at = agency.ctx.now.toISOString();
  const event = (meter: string, quantity: number) => ({
    source: "t",
    eventId: meter,
    meter,
    accountId: customerId,
    quantity,
    at,
  });
  await ingestUsage(agency.ctx, { events: [event("team_members", 7), event("messages", 50)] });
  await createCustomer(agent.ctx, { name: "Other" });
  await foldUsage(app.pool, market.agency.id);
  await agreed(customerId, seller, agent);
  await round();
  const { rows } = await app.admin.query(
    `select distinct on (account_id, meter) account_id as id, meter, quantity::int from usage_days
     where account_id = any($1) order by account_id, meter, day desc`,
    [[seller.id, agent.id, customerId, market.agency.id]],
  );
  const value = (id: string, meter: string) =>
    rows.find((row) => row.id === id && row.meter === meter)?.quantity;
  expect([seller.id, agent.id, customerId, market.agency.id].map((id) => value(id, "team_members"))).toEqual([
    0, 7, 7, 7,
  ]);
  expect([seller.id, agent.id].map((id) => value(id, "messages"))).toEqual([50, undefined]);
});
