import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../kernel/ids.ts";
import { usageDays } from "./days.ts";
import { usageDaysCsv } from "./days-csv.ts";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { usageOverview } from "./overview.ts";
import { usageQuarantine } from "./quarantine.ts";
import { usageAgency, usageCtx } from "./test-agency.ts";
import { type UsageDatabase, usageDatabase } from "./test-database.ts";

const now = new Date("2026-11-03T12:00:00Z");
const event = { source: "bot", meter: "messages", externalId: "c1" };
let db: UsageDatabase;
beforeAll(async () => {
  db = await usageDatabase();
});
afterAll(() => db.close());

/** Two resellers; the first one's customer used 4 in October's last day there, 3 and 2 this month. */
async function stage() {
  const agency = await usageAgency(db, "America/New_York");
  const reseller = await agency.add("reseller", {});
  const sibling = await agency.add("reseller", {});
  const customer = await agency.add("customer", reseller, "c1");
  const direct = await agency.add("customer", agency.root, "direct");
  const ctx = usageCtx(db, agency, now);
  const events = [
    { ...event, eventId: "a", quantity: 4, at: "2026-11-01T03:59:59Z" },
    { ...event, eventId: "b", quantity: 3, at: "2026-11-01T04:00:00Z" },
    { ...event, eventId: "c", quantity: 2, at: "2026-11-03T05:00:00Z" },
    { ...event, eventId: "d", quantity: 9, at: "2026-10-02T12:00:00Z" },
    { ...event, eventId: "e", quantity: 100, at: "2026-11-03T05:00:00Z", externalId: "direct" },
    { ...event, eventId: "f", quantity: 6, at: "2026-10-01T12:00:00Z", meter: "team_members" },
  ];
  expect(await ingestUsage(ctx, { events })).toMatchObject({ accepted: 6 });
  await foldUsage(db.worker, agency.agencyId);
  return { agency, reseller, sibling, customer, direct, ctx };
}

it("answers by day of the agency's zone and by meter, for the account and everybody under it", async () => {
  const { ctx, agency, reseller } = await stage();
  const usage = await usageDays(ctx, { accountId: reseller.accountId });
  expect([usage.from, usage.to]).toEqual(["2026-11-01", "2026-11-03"]);
  expect(usage.meters.map(({ meter, days }) => [meter, days.map((point) => point.quantity)])).toEqual([
    ["messages", [3, 0, 2]],
    ["whatsapp_messages", [0, 0, 0]],
    ["team_members", [6, 6, 6]],
  ]);
  const all = await usageDays(ctx, { meter: "messages", from: "2026-10-31", to: "2026-11-03" });
  expect(all.accountId).toBe(agency.agencyId);
  expect(all.meters.map(({ days }) => days.map((point) => point.quantity))).toEqual([[4, 3, 0, 102]]);
});

it("shows a reseller its own and its customers' usage, and nobody else's", async () => {
  const { agency, reseller, sibling, customer, direct } = await stage();
  const theirs = usageCtx(db, agency, now, reseller);
  expect((await usageDays(theirs, {})).accountId).toBe(reseller.accountId);
  expect((await usageDays(theirs, { accountId: customer.accountId })).meters[0]!.quantity).toBe(5);
  for (const foreign of [sibling.accountId, direct.accountId, agency.agencyId, newId()]) {
    await expect(usageDays(theirs, { accountId: foreign })).rejects.toMatchObject({ code: "not_found" });
  }
  const silent = await usageDays(usageCtx(db, agency, now, sibling), {});
  expect(silent.meters.map((meter) => meter.quantity)).toEqual([0, 0, 0]);
});

it("refuses a period that ends before it begins or spans too many days", async () => {
  const { ctx } = await stage();
  for (const period of [
    { from: "2026-11-02", to: "2026-11-01" },
    { from: "2025-01-01", to: "2026-11-01" },
  ]) {
    await expect(usageDays(ctx, period)).rejects.toMatchObject({
      fields: [{ pointer: "/to", code: "period_wrong", params: { maximum: 400 } }],
    });
  }
});

it("writes a CSV that a spreadsheet opens as it is, formulas made harmless", async () => {
  const { ctx, reseller } = await stage();
  const usage = await usageDays(ctx, { accountId: reseller.accountId, from: "2026-11-03" });
  const nameOf = (meter: string) => (meter === "messages" ? "=Messages" : meter);
  const csv = usageDaysCsv(usage, { day: "Day", meter: "Meter", quantity: "Units", nameOf });
  expect(csv).toBe(
    "\ufeffDay,Meter,Units\r\n2026-11-03,'=Messages,2\r\n2026-11-03,whatsapp_messages,0\r\n2026-11-03,team_members,6\r\n",
  );
});

it("sums up what resellers used, beside the same days of the month before", async () => {
  const { ctx, agency } = await stage();
  await db.admin.query(
    "insert into reseller_counts (agency_id, distributor_id, shard, active) values ($1, $1, 0, 3), ($1, $1, 5, -1)",
    [agency.agencyId],
  );
  const overview = await usageOverview(ctx, {});
  expect(overview).toMatchObject({
    period: { from: "2026-11-01", to: "2026-11-03" },
    previousPeriod: { from: "2026-10-01", to: "2026-10-03" },
    activeResellers: 2,
  });
  expect(overview.meters[0]).toMatchObject({ quantity: 5, previousQuantity: 9, included: null });
  expect(overview.meters[0]!.series.map((point) => point.quantity)).toEqual([3, 0, 2]);
  expect(overview.meters[0]!.previousSeries.map((point) => point.quantity)).toEqual([0, 9, 0]);
  expect(overview.meters[2]).toMatchObject({ quantity: 6, previousQuantity: 6 });
});

it("shows all time by month", async () => {
  const { ctx } = await stage();
  const { period, meters } = await usageOverview(ctx, { period: "all" });
  expect(period).toBeNull();
  expect(meters[0]).toMatchObject({ quantity: 18, previousQuantity: null });
  expect(meters[0]!.series).toEqual([
    { day: "2026-10-01", quantity: 13 },
    { day: "2026-11-01", quantity: 5 },
  ]);
});

it("pages through the quarantine, newest first, with a cursor that fits one filter only", async () => {
  const { ctx } = await stage();
  const unknown = ["p", "q", "r"].map((eventId) => ({
    ...event,
    eventId,
    externalId: "nobody",
    quantity: 1,
    at: "2026-11-03T05:00:00Z",
  }));
  for (const one of unknown) {
    await ingestUsage(ctx, one);
    // Ids carry the millisecond; within one the order is nobody's promise.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const first = await usageQuarantine(ctx, { limit: 2 });
  expect(first.events.map((row) => row.eventId)).toEqual(["r", "q"]);
  expect(first.events[0]).toMatchObject({ reason: "unknown_account", externalId: "nobody", accountId: null });
  const second = await usageQuarantine(ctx, { limit: 2, cursor: first.next! });
  expect([second.events.map((row) => row.eventId), second.next]).toEqual([["p"], null]);
  await expect(
    usageQuarantine(ctx, { limit: 2, cursor: first.next!, reason: "too_old" }),
  ).rejects.toMatchObject({ fields: [{ pointer: "/cursor", code: "cursor_foreign" }] });
});
