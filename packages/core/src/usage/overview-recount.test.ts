import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Day, daysOf, monthOf } from "../kernel/clock.ts";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { usageOverview } from "./overview.ts";
import type { Owner } from "./resolve.ts";
import { type UsageAgency, usageAgency, usageCtx } from "./test-agency.ts";
import { type UsageDatabase, usageDatabase } from "./test-database.ts";
import { type Counted, readEvents, recount } from "./test-recount.ts";

// The cards of whoever has resellers, an agency or an upline, against every event looked at again.
const now = new Date("2026-11-04T12:00:00Z");
const zone = "America/New_York";
const meters = ["messages", "whatsapp_messages", "team_members"] as const;
const accountCount = 13;

// Few instants, so that events of one account meet: this month, before it began, and each side of both ends before.
const instants = [
  "11-04T11",
  "11-04T02",
  "11-02T12",
  "11-01T03",
  "10-31T12",
  "10-04T13",
  "10-02T12",
  "09-20T12",
];
const told = fc.record({
  source: fc.constantFrom("bot", "web"),
  // In the order of bytes, which is that of gauges, "B" comes before "a".
  eventId: fc.constantFrom(..."aBcDeFgHiJkLmNoP"),
  meter: fc.constantFrom(...meters, "team_members" as const),
  account: fc.nat(accountCount - 1),
  quantity: fc.nat(9),
  at: fc.constantFrom(...instants).map((instant) => `2026-${instant}:00:00.000Z`),
});
const batches = fc.array(
  fc.record({ events: fc.array(told, { minLength: 1, maxLength: 30 }), fold: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);

let db: UsageDatabase;
beforeAll(async () => {
  db = await usageDatabase();
});
afterAll(() => db.close());

const runs = process.env.SOAK ? 300 : 15;
it("shows each who has resellers what a plain recount of theirs gives, folded or not", async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (sent) => {
      const { agency, accounts, sellers } = await setScene();
      const ctx = usageCtx(db, agency, now);
      for (const { events, fold } of sent) {
        await ingestUsage(ctx, {
          events: events.map(({ account, ...rest }) => ({
            ...rest,
            accountId: accounts[account]!.accountId,
          })),
        });
        if (fold) await foldUsage(db.worker, agency.agencyId);
        await expectRecount(agency, sellers, { exact: true });
      }
      while ((await foldUsage(db.worker, agency.agencyId)) > 0);
      await expectRecount(agency, sellers, { exact: false });
    }),
    { numRuns: runs },
  );
}, 1_800_000);

interface Seller {
  /** Who looks; undefined for the agency. */
  upline: Owner | undefined;
  /** Its resellers and their customers. */
  theirs: Set<string>;
}

/** An agency with two distributors and a reseller that have resellers, each with use of its own, and one that has none. */
async function setScene() {
  const agency = await usageAgency(db, zone);
  const [one, other] = [await agency.add("distributor", {}), await agency.add("distributor", {})];
  const reseller = await agency.add("reseller", {});
  const direct = await agency.add("reseller", {});
  const uplines = await Promise.all(
    [one, other, reseller].map(async (upline) => {
      const beneath = await agency.add("reseller", { distributorId: upline.accountId });
      const customer = await agency.add("customer", beneath);
      return { upline, theirs: [beneath, customer] };
    }),
  );
  uplines[2]!.theirs.push(await agency.add("reseller", { distributorId: reseller.accountId }));
  const customers = [await agency.add("customer", one), await agency.add("customer", reseller)];
  const below = uplines.flatMap(({ theirs }) => theirs);
  const accounts = [...below, one, reseller, direct, ...customers, agency.root];
  expect(accounts).toHaveLength(accountCount);
  const ofResellers = [...below, reseller, direct, customers[1]!];
  const idsOf = (owners: Owner[]) => new Set(owners.map(({ accountId }) => accountId));
  const sellers: Seller[] = [
    { upline: undefined, theirs: idsOf(ofResellers) },
    ...uplines.map(({ upline, theirs }) => ({ upline, theirs: idsOf(theirs) })),
  ];
  return { agency, accounts, sellers };
}

/** What waits of a gauge is added to today alone: the days before are looked at once all is folded. */
async function expectRecount(agency: UsageAgency, sellers: Seller[], { exact }: { exact: boolean }) {
  const events = await readEvents(db, agency);
  for (const { upline, theirs } of sellers) {
    const counted = events.filter(({ accountId }) => theirs.has(accountId));
    const ctx = usageCtx(db, agency, now, upline);
    const { period, previousPeriod, ...month } = await usageOverview(ctx, { exact });
    expect(month.meters.map(({ meter }) => meter)).toEqual(meters);
    for (const card of month.meters) {
      const expected = cardOf(counted, card.meter, daysOf(period!), daysOf(previousPeriod!));
      expect(card.quantity).toBe(expected.quantity);
      if (card.kind === "counter" || !exact) expect(card).toMatchObject(expected);
    }
    const { meters: all } = await usageOverview(ctx, { exact, period: "all" });
    for (const { meter, kind, quantity, series } of all) {
      const months = ["2026-09-01", "2026-10-01", "2026-11-01"].map((day) => ofMonth(counted, meter, day));
      expect(quantity).toBe(kind === "gauge" ? months.at(-1) : sum(months));
      if (kind === "counter" || !exact)
        for (const point of series) expect(point.quantity).toBe(ofMonth(counted, meter, point.day));
    }
  }
}

function cardOf(events: Counted[], meter: string, now: Day[], before: Day[]) {
  const points = (days: Day[]) => days.map((day) => ({ day, quantity: recount(events, meter, zone, day) }));
  const [series, previousSeries] = [points(now), points(before)];
  const total = (of: typeof series) =>
    meter === "team_members" ? of.at(-1)!.quantity : sum(of.map(({ quantity }) => quantity));
  return { quantity: total(series), previousQuantity: total(previousSeries), series, previousSeries };
}

function ofMonth(events: Counted[], meter: string, first: Day): number {
  const { from, to } = monthOf(first);
  if (meter === "team_members") return recount(events, meter, zone, to);
  return sum(daysOf({ from, to }).map((day) => recount(events, meter, zone, day)));
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
