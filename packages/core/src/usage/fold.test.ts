import { afterAll, beforeAll, expect, it } from "vitest";
import { usageDays } from "./days.ts";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { ensurePartitions } from "./partitions.ts";
import { usageAgency, usageCtx } from "./test-agency.ts";
import { type UsageDatabase, usageDatabase } from "./test-database.ts";
import { foldWaiting } from "./waiting.ts";

const now = new Date("2026-11-21T12:00:00Z");
const gauge = { source: "bot", meter: "team_members", externalId: "c1" };
let db: UsageDatabase;
beforeAll(async () => {
  db = await usageDatabase();
});
afterAll(() => db.close());

async function stage() {
  const agency = await usageAgency(db, "Asia/Kathmandu");
  const reseller = await agency.add("reseller", {});
  await agency.add("customer", reseller, "c1");
  const ctx = usageCtx(db, agency, now);
  const valuesOf = async (accountId: string) => {
    const usage = await usageDays(ctx, {
      accountId,
      from: "2026-11-18",
      to: "2026-11-21",
      meter: "team_members",
    });
    return usage.meters[0]!.days.map((point) => point.quantity);
  };
  return { agency, reseller, ctx, valuesOf };
}

it("lets a late value of a gauge hold until the next one", async () => {
  const { agency, reseller, ctx, valuesOf } = await stage();
  await ingestUsage(ctx, { ...gauge, eventId: "new", quantity: 5, at: "2026-11-21T06:00:00Z" });
  await foldUsage(db.worker, agency.agencyId);
  await ingestUsage(ctx, { ...gauge, eventId: "old", quantity: 3, at: "2026-11-19T06:00:00Z" });
  await foldUsage(db.worker, agency.agencyId);
  expect(await valuesOf(reseller.accountId)).toEqual([0, 3, 3, 5]);
});

it("keeps a gauge's newest value of a day, in whatever order and company the others come", async () => {
  const { agency, ctx, valuesOf } = await stage();
  const at = (hour: number) => `2026-11-21T0${hour}:00:00Z`;
  const inTurn = [
    [{ ...gauge, eventId: "ten", quantity: 5, at: at(5) }],
    [{ ...gauge, eventId: "eight", quantity: 3, at: at(3) }],
    [{ ...gauge, eventId: "nine", quantity: 4, at: at(4) }],
    [{ ...gauge, eventId: "ten", quantity: 6, at: at(5), source: "app" }],
    [
      { ...gauge, eventId: "same", quantity: 8, at: at(6), source: "b" },
      { ...gauge, eventId: "same", quantity: 7, at: at(6), source: "a" },
      { ...gauge, eventId: "sam", quantity: 9, at: at(6), source: "z" },
    ],
  ];
  const values: number[] = [];
  for (const events of inTurn) {
    await ingestUsage(ctx, { events });
    await foldUsage(db.worker, agency.agencyId);
    values.push((await valuesOf(agency.agencyId)).at(-1)!);
  }
  expect(values).toEqual([5, 5, 5, 5, 8]);
});

it("keeps two folds of one agency apart", async () => {
  const { agency, reseller, ctx, valuesOf } = await stage();
  await agency.add("customer", reseller, "c2");
  const holder = await db.admin.connect();
  // The fold's new rows refer to the account, so it stops here with all of its work done and not committed.
  await holder.query("begin");
  await holder.query("select from accounts where agency_id = $1 for update", [agency.agencyId]);
  await ingestUsage(ctx, { ...gauge, eventId: "a", quantity: 5, at: "2026-11-18T06:00:00Z" });
  const first = foldUsage(db.worker, agency.agencyId);
  await waiting(1);
  const second = { ...gauge, externalId: "c2", eventId: "b", quantity: 3, at: "2026-11-20T06:00:00Z" };
  await ingestUsage(ctx, second);
  const other = foldUsage(db.worker, agency.agencyId);
  await waiting(2);
  await holder.query("rollback");
  holder.release();
  await Promise.all([first, other]);
  expect(await valuesOf(agency.agencyId)).toEqual([5, 5, 8, 8]);
});

async function waiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await db.admin.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and usename = 'tn_worker' and wait_event_type = 'Lock'`,
    );
    if (rows[0]!.count >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it("finds the agencies that wait, each once, and only those", async () => {
  await foldWaiting(db.worker);
  const stages = [await stage(), await stage()];
  for (const { ctx } of stages) {
    await ingestUsage(ctx, { ...gauge, eventId: "a", quantity: 5, at: "2026-11-18T06:00:00Z" });
    await ingestUsage(ctx, { ...gauge, eventId: "b", quantity: 5, at: "2026-11-19T06:00:00Z" });
  }
  expect(await foldWaiting(db.worker)).toBe(4);
  expect(await foldWaiting(db.worker)).toBe(0);
});

it("makes missing partitions and moves the rows that came before them", async () => {
  const { agency, ctx } = await stage();
  const ahead = usageCtx(db, agency, new Date(Date.parse(`${await dayFromNow(20)}T12:00:00Z`)));
  const day = await dayFromNow(20);
  await ingestUsage(ctx, { ...gauge, eventId: "a", quantity: 5, at: "2026-11-18T06:00:00Z" });
  await ingestUsage(ahead, { ...gauge, eventId: "b", quantity: 5, at: `${day}T06:00:00Z` });
  expect(await tableOf("b")).toBe("usage_events_rest");
  await db.admin.query("select app.ensure_usage_partitions($1, $1)", [day]);
  expect(await tableOf("b")).toBe(`usage_events_${day.replaceAll("-", "")}`);
  expect(
    await ingestUsage(ahead, { ...gauge, eventId: "b", quantity: 5, at: `${day}T06:00:00Z` }),
  ).toMatchObject({
    duplicates: 1,
  });
  expect(await ensurePartitions(db.worker)).toBe(0);

  async function tableOf(eventId: string): Promise<string> {
    const { rows } = await db.admin.query(
      "select tableoid::regclass::text as name from usage_events where agency_id = $1 and event_id = $2",
      [agency.agencyId, eventId],
    );
    return rows[0].name;
  }
});

async function dayFromNow(days: number): Promise<string> {
  const { rows } = await db.admin.query("select (now() at time zone 'UTC')::date + $1::int as day", [days]);
  return rows[0].day;
}

it("leaves no way to a partition by its own name", async () => {
  const { agency } = await stage();
  const today = (await dayFromNow(0)).replaceAll("-", "");
  const client = await db.web.connect();
  await client.query(`begin; select app.enter('${agency.agencyId}', 'agency', '${agency.agencyId}')`);
  await expect(client.query(`select * from usage_events_${today}`)).rejects.toMatchObject({ code: "42501" });
  await client.query("rollback");
  client.release();
});
