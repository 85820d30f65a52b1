import { afterAll, beforeAll, expect, it } from "vitest";
import { startBulkRun } from "../bulk/start.ts";
import { createCustomer } from "../customers/create.ts";
import { createSavedView } from "../saved-views/create.ts";
import { type Agency, newAgency, newReseller, openTestApp, type TestApp } from "../testing/index.ts";
import { ingestUsage } from "../usage/index.ts";

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
  return agency;
}

it("takes away every row of the demo in every table, keeps its hosts' names, and touches nobody else", async () => {
  const [demo, other] = [await lived(), await lived()];
  await app.admin.query("update agencies set is_demo = true where agency_id = $1", [demo.id]);
  const before = await rowsOf(other.id);
  const { hostnames, ...rest } = await rowsOf(demo.id);
  expect(Object.values(rest).filter((count) => count > 0).length).toBeGreaterThan(15);
  const client = await app.pool.connect();
  await client.query("begin; select app.enter_operator()");
  const { rows } = await client.query("select app.platform_remove_demo(false) as removed");
  await client.query("commit");
  client.release();
  expect(rows).toEqual([{ removed: 1 }]);
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
