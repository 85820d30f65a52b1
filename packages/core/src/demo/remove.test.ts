import { afterAll, beforeAll, expect, it } from "vitest";
import { startBulkRun } from "../bulk/start.ts";
import { createCustomer } from "../customers/create.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { refundInvoice } from "../payments/refund.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSavedView } from "../saved-views/create.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { commandLine } from "../testing/context.ts";
import { type Agency, newAgency, newReseller, openTestApp, type TestApp } from "../testing/index.ts";
import { newPricedPlan } from "../testing/market.ts";
import { ingestUsage } from "../usage/index.ts";
import { demoOperatorEmail } from "./cast.ts";
import { removeDemo } from "./remove.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** How many rows each tenant table holds of an agency. */
async function rowsOf(agencyId: string): Promise<Record<string, number>> {
  const { rows } = await app.admin.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const counts = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await app.admin.query(`select count(*)::int as n from ${name} where agency_id = $1`, [
        agencyId,
      ]);
      return [name, found.rows[0].n] as const;
    }),
  );
  return Object.fromEntries(counts);
}

async function lived(): Promise<Agency> {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const reseller = await newReseller(app, agency);
  await createCustomer(ctx, { name: "Inn", parentId: reseller.id, externalId: "inn" });
  await createSavedView(ctx, { list: "resellers", name: "All", question: "" });
  await startBulkRun(ctx, { action: "deactivate", resellers: { ids: [reseller.id] } });
  const event = { source: "t", eventId: "1", meter: "messages", quantity: 1, at: ctx.now.toISOString() };
  await ingestUsage(ctx, {
    events: [
      { ...event, externalId: "inn" },
      { ...event, eventId: "2", externalId: "nobody" },
    ],
  });
  await sellAndGiveBack(agency);
  return agency;
}

/** A sale that was paid and refunded: rows in every table of money that point at one another. */
async function sellAndGiveBack(agency: Agency): Promise<void> {
  const ctx = await agency.ctx();
  const planId = await newPricedPlan(ctx);
  const { id: customerId } = await createCustomer(ctx, { name: "Buyer" });
  const sale = { customerId, planId, currency: "EUR", interval: "month" as const };
  const { invoiceId: id } = await createSubscription(ctx, sale);
  await markPaid(ctx, { id: id!, reference: "bank" });
  await takeUpPayments(app.pool, agency.id, id!);
  await refundInvoice(ctx, { id: id!, reference: "back" });
  await takeUpPayments(app.pool, agency.id, id!);
}

it("takes away every row of the demo in every table, keeps its hosts' names, and touches nobody else", async () => {
  const [demo, other] = [await lived(), await lived()];
  await app.admin.query("update agencies set is_demo = true where agency_id = $1", [demo.id]);
  const before = await rowsOf(other.id);
  const { hostnames, ...rest } = await rowsOf(demo.id);
  expect(Object.values(rest).filter((count) => count > 0).length).toBeGreaterThan(15);
  await app.admin.query(
    `insert into platform.operators (id, email, name, password_hash) values (gen_random_uuid(), $1, 'Iris', 'hash'),
       (gen_random_uuid(), 'own@operator.example', 'Own', 'hash')`,
    [demoOperatorEmail],
  );
  expect(await removeDemo({ ...commandLine(app), actor: { kind: "anonymous" } }, {})).toEqual({
    agencies: 1,
  });
  const operators = await app.admin.query(
    "select email, password_hash from platform.operators order by email",
  );
  expect(operators.rows).toEqual([
    { email: demoOperatorEmail, password_hash: null },
    { email: "own@operator.example", password_hash: "hash" },
  ]);
  const { hostnames: kept, ...after } = await rowsOf(demo.id);
  expect(Object.entries(after).filter(([, count]) => count > 0)).toEqual([]);
  expect(kept).toBe(hostnames);
  expect(await rowsOf(other.id)).toEqual(before);
  const { rows: states } = await app.admin.query(
    "select distinct state from hostnames where agency_id = $1",
    [demo.id],
  );
  expect(states).toEqual([{ state: "retired" }]);
});
