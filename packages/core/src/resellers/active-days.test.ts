import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
import { letters } from "../testing/agency.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { usageOverview } from "../usage/overview.ts";
import { activateReseller } from "./activate.ts";
import { archiveReseller } from "./archive.ts";
import { createReseller } from "./create.ts";
import { deactivateReseller } from "./deactivate.ts";
import { listResellers } from "./list.ts";
import { restoreReseller } from "./restore.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const at = (ctx: Ctx, instant: string): Ctx => ({ ...ctx, now: new Date(instant) });
const create = async (ctx: Ctx) => (await createReseller(ctx, resellerInput(`d${letters(14)}`))).id;

/** What the list says is active, counted row by row. */
async function listed(agency: Agency): Promise<number> {
  return (await listResellers(await agency.ctx(), { status: "active", limit: 100 })).resellers.length;
}

it("says how many were active at each day's end, this month and the one before, as the list does today", async () => {
  // In Lisbon a winter's day is UTC's; in Auckland it begins eleven or thirteen hours earlier.
  const agency = await newAgency(app, { billingZone: "Pacific/Auckland" });
  const ctx = await agency.ctx();
  const [one, two] = [
    await create(at(ctx, "2026-10-01T11:30:00Z")),
    await create(at(ctx, "2026-10-02T11:30:00Z")),
  ];
  const three = await create(at(ctx, "2026-10-31T10:30:00Z"));
  await create(at(ctx, "2026-11-02T00:00:00Z"));
  await deactivateReseller(at(ctx, "2026-11-01T11:30:00Z"), { id: one });
  await deactivateReseller(at(ctx, "2026-11-01T11:40:00Z"), { id: one });
  await archiveReseller(at(ctx, "2026-11-03T12:00:00Z"), { id: three });
  await archiveReseller(at(ctx, "2026-11-03T12:10:00Z"), { id: one });
  await restoreReseller(at(ctx, "2026-11-03T13:00:00Z"), { id: three });
  await restoreReseller(at(ctx, "2026-11-03T13:10:00Z"), { id: one });
  await deactivateReseller(at(ctx, "2026-11-03T13:20:00Z"), { id: two });

  const overview = await usageOverview(at(ctx, "2026-11-04T08:00:00Z"), {});
  expect(overview.period).toEqual({ from: "2026-11-01", to: "2026-11-04" });
  expect(overview.previousActiveSeries.map(({ day, quantity }) => `${day.slice(8)} ${quantity}`)).toEqual([
    "01 0",
    "02 1",
    "03 2",
    "04 2",
  ]);
  expect(overview.activeSeries.map(({ quantity }) => quantity)).toEqual([3, 3, 3, 2]);
  expect(overview.previousActiveResellers).toBe(2);
  expect(overview.activeResellers).toBe(2);
  expect(await listed(agency)).toBe(2);

  const all = await usageOverview(at(ctx, "2026-12-01T12:00:00Z"), { period: "all" });
  expect(all.activeSeries).toEqual([
    { day: "2026-10-01", quantity: 3 },
    { day: "2026-11-01", quantity: 2 },
    { day: "2026-12-01", quantity: 2 },
  ]);
  expect([all.previousActiveResellers, all.previousActiveSeries]).toEqual([null, []]);
});

it("agrees with the list after many changes at once, whoever won", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const ids = await Promise.all(Array.from({ length: 8 }, () => create(ctx)));
  const turns = [deactivateReseller, activateReseller, archiveReseller, restoreReseller];
  const all = Array.from({ length: 64 }, (_, turn) => turns[(turn * 7) % 4]!(ctx, { id: ids[turn % 8]! }));
  const refused = (await Promise.allSettled(all)).flatMap((one) =>
    one.status === "rejected" ? [one.reason.code] : [],
  );
  expect(refused.filter((code) => !["conflict", "not_found"].includes(code))).toEqual([]);
  const overview = await usageOverview(await agency.ctx(), {});
  const active = await listed(agency);
  expect(overview.activeResellers).toBe(active);
  expect(overview.activeSeries.at(-1)?.quantity).toBe(active);
  const { rows } = await app.admin.query(
    "select sum(change)::int as changes from reseller_days where agency_id = $1",
    [agency.id],
  );
  expect(rows).toEqual([{ changes: active }]);
});

it("lets a test agency's clock go back: what it left in days to come counts as today's", async () => {
  const agency = await newAgency(app, { mode: "test" });
  const ctx = await agency.ctx();
  await create(at(ctx, "2026-09-09T12:00:00Z"));
  await create(at(ctx, "2027-03-01T12:00:00Z"));
  const { activeSeries, activeResellers } = await usageOverview(at(ctx, "2026-09-10T12:00:00Z"), {});
  expect(activeSeries.map(({ quantity }) => quantity)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
  expect(activeResellers).toBe(2);
});

it("reckons the days before they were kept from what is known of each reseller", async () => {
  const agency = await newAgency(app, { billingZone: "Pacific/Auckland" });
  const ctx = await agency.ctx();
  const ids = [];
  for (const day of ["01", "02", "03"]) ids.push(await create(at(ctx, `2026-10-${day}T12:00:00Z`)));
  await deactivateReseller(ctx, { id: ids[0]! });
  await archiveReseller(ctx, { id: ids[0]! });
  await archiveReseller(ctx, { id: ids[1]! });
  const migration = new URL("../../../db/migrations/0012_reseller_days.sql", import.meta.url);
  const backfill = /insert into reseller_days[^;]+;/.exec(await readFile(migration, "utf8"))![0];
  const kept = `select day::text, sum(change)::int as change from reseller_days where agency_id = '${agency.id}'
    group by day order by day`;
  const admin = await app.admin.connect();
  try {
    const before = (await admin.query(kept)).rows;
    await admin.query("begin");
    await admin.query("delete from reseller_days");
    // It ran before resellers could hang on anybody but the agency.
    const today = backfill
      .replace("(agency_id, day, shard, change)", "(agency_id, distributor_id, day, shard, change)")
      .replace("select agency_id, day, 0", "select agency_id, agency_id, day, 0");
    await admin.query(today);
    expect((await admin.query(kept)).rows).toEqual(before);
    expect(before.map(({ change }) => change)).toEqual([1, 1, 1, -2]);
  } finally {
    await admin.query("rollback");
    admin.release();
  }
});
