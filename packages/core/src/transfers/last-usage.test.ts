import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listInvoices } from "../invoices/list.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { readSubscription } from "../subscriptions/read.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { addPerson, contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { newMeteredMarket } from "../testing/metered-market.ts";
import { agreedTransfer } from "../testing/transfer.ts";
import { answerTransfer } from "./answer.ts";
import { requestTransfer } from "./request.ts";
import { carryOutTransfers } from "./sweep.ts";

let app: TestApp;
let worker: pg.Pool;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

it("charges the last usage of what ends with a move for whom the customer leaves, unseen by whom it comes to", async () => {
  const { as, at, agency, seller, agent, customers, plan, sell, report } = await newMeteredMarket(
    app,
    worker,
  );
  const customerId = customers.ofSeller;
  await sell("ofSeller", await plan("seller"));
  await at("2027-03-25T12:00:00Z");
  await report("ofSeller", 125, "2027-03-20");
  const place = { agencyId: agency.id, accountId: customerId, customerId, resellerId: seller.id };
  const owner = await addPerson(app, seller.host, { ...place, realmId: seller.id }, "owner");
  const { id } = await requestTransfer(await as.agency(), { customerId, receiverId: agent.id });
  for (const ctx of [await as.seller(), await as.agent(), await contextFor(app, seller.host, owner.session)])
    await answerTransfer(ctx, { id, confirms: true });
  await carryOutTransfers(worker);
  await at("2027-04-10T12:00:00Z");
  // The move comes too early, and waits.
  await carryOutTransfers(worker);
  await carryOnSubscriptions(worker);
  await carryOutTransfers(worker);
  const { rows } = await app.admin.query(
    `select a.reseller_id as now, l.kind, l.net_minor::int as net, i.seller_id as seller, i.reseller_id as of, l.no_commission as none
     from invoice_lines l
     join invoices i on i.agency_id = l.agency_id and i.id = l.invoice_id
     join accounts a on a.agency_id = l.agency_id and a.id = l.customer_id
     where l.customer_id = $1 and l.kind = 'overage'`,
    [customerId],
  );
  expect(rows).toEqual([
    { now: agent.id, kind: "overage", net: 75, seller: seller.id, of: seller.id, none: "own_sale" },
  ]);
  expect((await listInvoices(await as.agent(), { customerId })).invoices).toEqual([]);
  expect((await listInvoices(await as.seller(), { customerId })).invoices).toHaveLength(2);
});

it("ends what was sold after everybody had agreed as well, and leaves it with whom the customer leaves", async () => {
  const market = await newMeteredMarket(app, worker);
  const { as, at, agent, seller, customers } = market;
  const customerId = customers.ofSeller;
  const sale = { customerId, planId: market.plans.sellers, currency: "EUR", interval: "month" as const };
  const round = async () => {
    await carryOnSubscriptions(worker);
    await carryOutTransfers(worker);
    await carryOnSubscriptions(worker);
  };
  await createSubscription(await as.seller(), sale);
  const giver = { id: seller.id, host: seller.host, ctx: await as.seller() };
  await agreedTransfer(app, market, customerId, giver, { id: agent.id, ctx: await as.agent() });
  await round();
  await at("2027-03-25T12:00:00Z");
  const late = await createSubscription(await as.seller(), sale);
  await at("2027-04-26T12:00:00Z");
  await round();
  expect(await readSubscription(await as.seller(), { id: late.id })).toMatchObject({ state: "ended" });
  expect((await listSubscriptions(await as.agent(), { customerId })).subscriptions).toEqual([]);
  const { rows } = await app.admin.query(
    "select count(*)::int as sold from invoices where customer_id = $1 and reseller_id <> seller_id",
    [customerId],
  );
  expect(rows).toEqual([{ sold: 0 }]);
});
