import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { daysOf, type Period } from "../kernel/clock.ts";
import { isAppError } from "../kernel/errors.ts";
import { usageDays } from "./days.ts";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { usageOverview } from "./overview.ts";
import { redriveUsage } from "./redrive.ts";
import type { Owner } from "./resolve.ts";
import { type UsageAgency, usageAgency, usageCtx } from "./test-agency.ts";
import { type UsageDatabase, usageDatabase } from "./test-database.ts";
import { type Counted, readEvents, recount } from "./test-recount.ts";

// The last hour of a clock change in New York and Lisbon lies in the window, and a month's end.
const now = new Date("2026-11-02T03:30:00Z");
const window: Period = { from: "2026-10-28", to: "2026-11-02" };
const hourMs = 3_600_000;
const zones = ["America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "Europe/Lisbon"];
const meters = ["messages", "whatsapp_messages", "team_members"] as const;
const late = "named before it existed";

interface Told {
  source: string;
  eventId: string;
  meter: (typeof meters)[number];
  /** Index into the accounts of the scene; one past the last is the account that comes late. */
  account: number;
  quantity: number;
  at: string;
}

interface Round {
  /** Batches sent at the same time, as places in the list of events: the same event comes again and again. */
  batches: number[][];
  folds: number;
  kill: "nothing" | "fold" | "ingest";
  lateAccountComes: boolean;
}

const accountCount = 9;
// Few instants, few busy accounts, many gauges: events that meet are the ones that can go wrong.
const instants = [0, 1, 1.5, 4, 5, 23, 24, 26.5, 48, 53, 72, 95.75].map((hours) =>
  new Date(now.getTime() - hours * hourMs).toISOString(),
);
const told: fc.Arbitrary<Told> = fc.record({
  source: fc.constantFrom("bot", "web"),
  eventId: fc.constantFrom(..."abcdefghijklmnopqrst"),
  meter: fc.constantFrom(...meters, "team_members"),
  account: fc.constantFrom(0, 1, 2, 3, 4, 4, 4, 5, 6, 6, 7, 8, accountCount, accountCount),
  quantity: fc.nat(9),
  at: fc.constantFrom(...instants),
});
const round: fc.Arbitrary<Round> = fc.record({
  batches: fc.array(fc.array(fc.nat(999), { minLength: 1, maxLength: 25 }), { minLength: 1, maxLength: 4 }),
  folds: fc.nat(2),
  kill: fc.constantFrom("nothing", "nothing", "fold", "ingest"),
  lateAccountComes: fc.boolean(),
});
const history = fc.record({
  zone: fc.constantFrom(...zones),
  events: fc.array(told, { minLength: 5, maxLength: 60 }),
  rounds: fc.array(round, { minLength: 1, maxLength: 5 }),
});

let db: UsageDatabase;
beforeAll(async () => {
  db = await usageDatabase();
});
afterAll(() => db.close());

const runs = process.env.SOAK ? 600 : 20;
it("gives the totals of a plain recount, whatever came twice, late, at once or was killed (T49, I12)", async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ zone, events, rounds }) => {
      const scene = await setScene(zone);
      let accepted = 0;
      for (const one of rounds) {
        accepted += await play(scene, events, one);
        await expectExactOverview(scene);
      }
      await bringLateAccount(scene);
      accepted += await redriveUsage(db.worker, scene.agency.agencyId);
      while ((await foldUsage(db.worker, scene.agency.agencyId)) > 0);
      const counted = await readEvents(db, scene.agency);
      // A connection may die between the commit and its answer: then the client hears "duplicate" when it asks again.
      if (rounds.every((one) => one.kill === "nothing")) expect(accepted).toBe(counted.length);
      else expect(accepted).toBeLessThanOrEqual(counted.length);
      expect(new Set(counted.map(identity))).toEqual(new Set(delivered(events, rounds).map(identity)));
      await expectRecount(scene, counted);
    }),
    { numRuns: runs },
  );
}, 1_800_000);

interface Scene {
  agency: UsageAgency;
  accounts: Owner[];
  lateParent: Owner;
  lateCame: boolean;
}

async function setScene(zone: string): Promise<Scene> {
  const agency = await usageAgency(db, zone);
  const distributor = await agency.add("distributor", {});
  const below = await agency.add("reseller", distributor);
  const own = await agency.add("reseller", {});
  const customers = [
    await agency.add("customer", below, "x3"),
    await agency.add("customer", below),
    await agency.add("customer", own),
    await agency.add("customer", own),
    await agency.add("customer", agency.root),
  ];
  const accounts = [agency.root, distributor, below, own, ...customers];
  return { agency, accounts, lateParent: own, lateCame: false };
}

async function bringLateAccount(scene: Scene): Promise<void> {
  if (scene.lateCame) return;
  scene.lateCame = true;
  scene.accounts.push(await scene.agency.add("customer", scene.lateParent, late));
}

/** One round: everything at once, and a client that was cut off sends its batch again. Answers what was accepted. */
async function play(scene: Scene, events: Told[], one: Round): Promise<number> {
  const { agencyId } = scene.agency;
  const ctx = usageCtx(db, scene.agency, now);
  const send = (places: number[]) =>
    ingestUsage(ctx, { events: places.map((place) => asSent(scene, events[place % events.length]!)) });
  if (one.lateAccountComes) await bringLateAccount(scene);
  const inBatch = one.batches[0]!.map((place) => events[place % events.length]!);
  const blocker = one.kill === "nothing" ? undefined : await block(one.kill, scene.agency, inBatch);
  const sent = one.batches.map((places) => untilTaken(() => send(places)));
  const work = [
    ...Array.from({ length: one.folds }, () => foldUsage(db.worker, agencyId)),
    ...(one.lateAccountComes ? [redriveUsage(db.worker, agencyId)] : []),
  ];
  const settled = Promise.allSettled(work);
  await blocker?.killAndRelease();
  const answers = await Promise.all(sent);
  const worked = await settled;
  const redriven = worked.slice(one.folds).map((done) => (done.status === "fulfilled" ? done.value : 0));
  return [...answers.map((answer) => answer.accepted), ...redriven].reduce((sum, value) => sum + value, 0);
}

/**
 * What a client does that is told to come back, or not whether it was taken. More than once: who is killed may be done by the time the signal arrives, and
 * its connection, idle again, may be the one that the next try is given.
 */
async function untilTaken<T>(send: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left--) {
    try {
      return await send();
    } catch (error) {
      if (left === 0 || !isAppError(error) || error.status < 500) throw error;
    }
  }
}

/**
 * Lets a fold or an ingest get stuck half-way and kills it there. A fold stops at its new rows' foreign key, with its
 * deltas gone; an ingest at the last event of its order, which somebody else is about to write, with the others in.
 */
async function block(what: "fold" | "ingest", agency: UsageAgency, batch: Told[]) {
  const holder = await db.admin.connect();
  await holder.query("begin");
  if (what === "fold") {
    await holder.query("select from accounts where agency_id = $1 for update", [agency.agencyId]);
  } else {
    const last = batch.reduce((a, b) => (identity(a) > identity(b) ? a : b));
    await holder.query(
      `insert into usage_events (agency_id, source, event_id, day, at, meter, account_id, distributor_id, reseller_id,
         customer_id, quantity)
       values ($1, $2, $3, ($4::timestamptz at time zone 'UTC')::date, $4, 'messages', $1, $1, $1, $1, 1)
       on conflict do nothing`,
      [agency.agencyId, last.source, last.eventId, last.at],
    );
  }
  const killAndRelease = async () => {
    for (let attempt = 0; attempt < 20; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const killed = await db.admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and usename = $1`,
        [what === "fold" ? "tn_worker" : "tn_web"],
      );
      if (killed.rowCount) break;
    }
    await holder.query("rollback");
    holder.release();
  };
  return { killAndRelease };
}

function asSent(scene: Scene, event: Told) {
  const { account, ...rest } = event;
  const owner = account < accountCount ? scene.accounts[account]! : undefined;
  return owner ? { ...rest, accountId: owner.accountId } : { ...rest, externalId: late };
}

const identity = (event: { source: string; eventId: string; at: string }) =>
  JSON.stringify([event.source, event.eventId, event.at.slice(0, 10)]);

const delivered = (events: Told[], rounds: Round[]) =>
  rounds.flatMap((one) => one.batches.flat().map((place) => events[place % events.length]!));

async function expectRecount(scene: Scene, events: Counted[]): Promise<void> {
  const { agency, accounts } = scene;
  const owners = new Map(accounts.map((owner) => [owner.accountId, owner]));
  const isUnder = (accountId: string, above: Owner) => {
    const owner = owners.get(accountId)!;
    const chain = [agency.agencyId, owner.distributorId, owner.resellerId, owner.customerId, owner.accountId];
    return chain.includes(above.accountId);
  };
  for (const account of accounts) {
    const theirs = events.filter((event) => isUnder(event.accountId, account));
    const expected = meters.map((meter) => ({
      meter,
      days: daysOf(window).map((day) => ({ day, quantity: recount(theirs, meter, agency.zone, day) })),
    }));
    const usage = await usageDays(usageCtx(db, agency, now), { accountId: account.accountId, ...window });
    expect(usage.meters.map(({ meter, days }) => ({ meter, days }))).toEqual(expected);
    if (account.resellerId !== account.accountId) continue;
    const own = await usageDays(usageCtx(db, agency, now, account), window);
    expect(own.meters).toEqual(usage.meters);
  }
}

/** The cards with what is not folded yet: always the recount of everything that resellers used. */
async function expectExactOverview(scene: Scene): Promise<void> {
  const { agency, accounts } = scene;
  const events = await readEvents(db, agency);
  const ofResellers = new Set(
    accounts.filter((owner) => owner.resellerId !== agency.agencyId).map((owner) => owner.accountId),
  );
  const theirs = events.filter((event) => ofResellers.has(event.accountId));
  const { meters: cards, period } = await usageOverview(usageCtx(db, agency, now), { exact: true });
  for (const card of cards) {
    const last = recount(theirs, card.meter, agency.zone, period!.to);
    const sum = daysOf(period!).reduce(
      (total, day) => total + recount(theirs, card.meter, agency.zone, day),
      0,
    );
    expect({ meter: card.meter, quantity: card.quantity }).toEqual({
      meter: card.meter,
      quantity: card.kind === "gauge" ? last : sum,
    });
  }
}
