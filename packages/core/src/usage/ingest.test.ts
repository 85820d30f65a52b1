import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { usageOverview } from "./overview.ts";
import { redriveUsage } from "./redrive.ts";
import { usageAgency, usageCtx } from "./test-agency.ts";
import { type UsageDatabase, usageDatabase } from "./test-database.ts";

const now = new Date("2026-11-21T12:00:00Z");
const event = { source: "bot", eventId: "e1", meter: "messages", quantity: 1, at: "2026-11-21T11:00:00Z" };
let db: UsageDatabase;
beforeAll(async () => {
  db = await usageDatabase();
});
afterAll(() => db.close());

/** An agency with one reseller and its customer "c1", and its own context. */
async function stage(mode: "live" | "test" = "live") {
  const agency = await usageAgency(db, "America/New_York", mode);
  const reseller = await agency.add("reseller", {});
  const customer = await agency.add("customer", reseller, "c1");
  return { agency, reseller, customer, ctx: usageCtx(db, agency, now) };
}

describe("usage.ingest", () => {
  it("takes a single event and a batch, and says what was new", async () => {
    const { ctx, customer } = await stage();
    const single = { ...event, accountId: customer.accountId };
    expect(await ingestUsage(ctx, single)).toEqual({ accepted: 1, duplicates: 0, quarantined: [] });
    const batch = {
      events: [
        { ...event, externalId: "c1" },
        { ...event, eventId: "e2", externalId: "c1" },
      ],
    };
    expect(await ingestUsage(ctx, batch)).toEqual({ accepted: 1, duplicates: 1, quarantined: [] });
  });

  it("counts the same event once inside one batch", async () => {
    const { ctx, agency } = await stage();
    const twice = {
      events: [
        { ...event, externalId: "c1" },
        { ...event, externalId: "c1" },
      ],
    };
    expect(await ingestUsage(ctx, twice)).toEqual({ accepted: 1, duplicates: 1, quarantined: [] });
    await foldUsage(db.worker, agency.agencyId);
    const { meters } = await usageOverview(ctx, {});
    expect(meters.map((meter) => meter.quantity)).toEqual([1, 0, 0]);
  });

  it("counts an id again on another UTC day: the day is part of its identity", async () => {
    const { ctx } = await stage();
    const days = ["2026-11-20T23:59:59.999Z", "2026-11-21T00:00:00Z"];
    const events = days.map((at) => ({ ...event, externalId: "c1", at }));
    expect(await ingestUsage(ctx, { events })).toMatchObject({ accepted: 2, duplicates: 0 });
  });

  it("sets aside what cannot count, with the reason and the place", async () => {
    const { ctx, agency } = await stage();
    const other = await agency.add("reseller", {});
    await agency.add("customer", other, "both");
    await agency.add("customer", { resellerId: agency.agencyId }, "both");
    const events = [
      { ...event, eventId: "a", externalId: "c1" },
      { ...event, eventId: "b", externalId: "nobody" },
      { ...event, eventId: "c", externalId: "both" },
      { ...event, eventId: "d", externalId: "c1", meter: "carrots" },
      { ...event, eventId: "e", externalId: "c1", at: "2026-08-23T11:59:59.999Z" },
      { ...event, eventId: "f", externalId: "c1", at: "2026-11-21T12:10:00.001Z" },
      { ...event, eventId: "g", externalId: "c1", at: "2026-11-21T07:10:00-05:00" },
    ];
    expect(await ingestUsage(ctx, { events })).toEqual({
      accepted: 2,
      duplicates: 0,
      quarantined: [
        { index: 1, reason: "unknown_account" },
        { index: 2, reason: "ambiguous_account" },
        { index: 3, reason: "unknown_meter" },
        { index: 4, reason: "too_old" },
        { index: 5, reason: "too_far_ahead" },
      ],
    });
  });

  it("lets a test agency import the past", async () => {
    const { ctx } = await stage("test");
    const old = { ...event, externalId: "c1", at: "2016-03-01T00:00:01.983Z" };
    expect(await ingestUsage(ctx, old)).toMatchObject({ accepted: 1, quarantined: [] });
  });

  it("refuses a malformed batch whole and points at the event", async () => {
    const { ctx } = await stage();
    const events = [
      { ...event, externalId: "c1" },
      { ...event, externalId: "c1", quantity: -1 },
    ];
    await expect(ingestUsage(ctx, { events })).rejects.toMatchObject({
      code: "invalid_input",
      fields: [{ pointer: "/events/1/quantity", code: "quantity_wrong" }],
    });
    await expect(ingestUsage(ctx, { ...event, at: "yesterday", externalId: "c1" })).rejects.toMatchObject({
      fields: [{ pointer: "/at", code: "wrong_format" }],
    });
    const tooMany = Array.from({ length: 1_001 }, () => ({ ...event, externalId: "c1" }));
    await expect(ingestUsage(ctx, { events: tooMany })).rejects.toMatchObject({
      fields: [{ pointer: "/events", code: "batch_too_large" }],
    });
    expect(await ingestUsage(ctx, { ...event, externalId: "c1" })).toMatchObject({ accepted: 1 });
  });

  it("does not know another agency's account", async () => {
    const mine = await stage();
    const theirs = await stage();
    const foreign = { ...event, accountId: theirs.customer.accountId };
    expect(await ingestUsage(mine.ctx, foreign)).toMatchObject({
      accepted: 0,
      quarantined: [{ index: 0, reason: "unknown_account" }],
    });
  });

  it("is closed to resellers", async () => {
    const { agency, reseller } = await stage();
    const theirs = usageCtx(db, agency, now, reseller);
    await expect(ingestUsage(theirs, { ...event, externalId: "c1" })).rejects.toMatchObject({
      code: "kind_forbidden",
    });
  });

  it("drives events again once their account exists, exactly once", async () => {
    const { ctx, agency, reseller } = await stage();
    const early = { ...event, eventId: "early", externalId: "later", quantity: 5 };
    await ingestUsage(ctx, early);
    await ingestUsage(ctx, { ...early, quantity: 7 });
    expect(await redriveUsage(db.worker, agency.agencyId)).toBe(0);
    await agency.add("customer", reseller, "later");
    expect(await redriveUsage(db.worker, agency.agencyId)).toBe(1);
    expect(await redriveUsage(db.worker, agency.agencyId)).toBe(0);
    expect(await ingestUsage(ctx, early)).toMatchObject({ accepted: 0, duplicates: 1 });
    await foldUsage(db.worker, agency.agencyId);
    expect((await usageOverview(ctx, {})).meters[0]).toMatchObject({ meter: "messages", quantity: 7 });
  });
});
