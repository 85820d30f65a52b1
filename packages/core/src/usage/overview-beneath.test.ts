import { inTenant } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { deactivateReseller } from "../resellers/deactivate.ts";
import { restoreReseller } from "../resellers/restore.ts";
import {
  type Agency,
  asUpline,
  contextFor,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { usageByReseller } from "./by-reseller.ts";
import { usageDays } from "./days.ts";
import { foldUsage } from "./fold.ts";
import { ingestUsage } from "./ingest.ts";
import { usageOverview } from "./overview.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

const at = (ctx: Ctx, instant: string): Ctx => ({ ...ctx, now: new Date(instant) });

describe.each(["distributor", "reseller"] as const)("a %s as upline", (kind) => {
  const newUpline = async () =>
    kind === "distributor"
      ? newDistributor(app, agency)
      : asUpline(app, agency, await newReseller(app, agency));

  /** Two resellers, one with a customer; each has used something, and so have those whose use is none of theirs. */
  async function stage() {
    const upline = await newUpline();
    const [busy, locked] = [
      await newResellerOf(app, agency, upline),
      await newResellerOf(app, agency, upline),
    ];
    const theirs = await contextFor(app, busy.host, busy.owner.session);
    const customer = await createCustomer(theirs, { name: "Inn" });
    const sibling = await newResellerOf(app, agency, await newUpline());
    const direct = await newReseller(app, agency);
    const ctx = await agency.ctx();
    const use = (accountId: string, meter: string, quantity: number) => ({
      ...{ source: "t", eventId: crypto.randomUUID(), at: ctx.now.toISOString() },
      ...{ accountId, meter, quantity },
    });
    await ingestUsage(ctx, {
      events: [
        ...[use(busy.id, "messages", 7), use(customer.id, "messages", 5), use(locked.id, "messages", 11)],
        ...[use(busy.id, "team_members", 2), use(customer.id, "team_members", 3)],
        use(locked.id, "team_members", 4),
        ...[upline.id, sibling.id, direct.id].flatMap((id) => [
          use(id, "messages", 1_000),
          use(id, "team_members", 1_000),
        ]),
      ],
    });
    return { upline, busy, locked, sibling, direct };
  }

  it("reads what its resellers and their customers used, folded or asked for exactly, and nobody else's", async () => {
    const { upline } = await stage();
    const shown = async (exact: boolean) =>
      (await usageOverview(await upline.ctx(), { exact })).meters.map(({ meter, quantity }) => [
        meter,
        quantity,
      ]);
    const nothing = [
      ["messages", 0],
      ["whatsapp_messages", 0],
      ["team_members", 0],
    ];
    const everything = [
      ["messages", 23],
      ["whatsapp_messages", 0],
      ["team_members", 9],
    ];
    expect(await shown(false)).toEqual(nothing);
    expect(await shown(true)).toEqual(everything);
    await foldUsage(app.pool, agency.id);
    expect(await shown(false)).toEqual(everything);
    expect(await shown(true)).toEqual(everything);
  });

  it("adds up to the unit what its list shows, whatever state a reseller is in, and says as of when", async () => {
    const { upline, busy, locked } = await stage();
    await foldUsage(app.pool, agency.id);
    const ctx = await upline.ctx();
    await deactivateReseller(ctx, { id: locked.id });
    const { resellers } = await usageByReseller(ctx, { ids: [busy.id, locked.id] });
    const overview = await usageOverview(ctx, {});
    const total = (of: "used" | "included") => resellers.reduce((sum, row) => sum + (row[of] ?? 0), 0);
    expect(total("included")).toBeGreaterThan(0);
    expect(overview.meters[0]).toMatchObject({
      meter: "messages",
      quantity: total("used"),
      included: total("included"),
    });
    const each = await Promise.all(
      resellers.map(({ id }) => usageDays(ctx, { accountId: id, beneath: true })),
    );
    for (const { meter, quantity } of overview.meters) {
      const theirs = each.map(({ meters }) => meters.find((one) => one.meter === meter)!.quantity);
      expect([meter, quantity]).toEqual([meter, theirs[0]! + theirs[1]!]);
    }
    const { foldedAt } = await usageOverview(await agency.ctx(), {});
    expect(overview.foldedAt).toBe(foldedAt);
    expect(foldedAt).toMatch(/^\d{4}-/);
  });

  it("leaves one it has deleted out of what is used and of what is included, until it is restored", async () => {
    const { upline, locked } = await stage();
    const ctx = await upline.ctx();
    const read = async () => {
      const shown = await Promise.all(
        (["month", "all"] as const).map((period) => usageOverview(ctx, { period, exact: true })),
      );
      return shown.map(({ meters }) => meters.map(({ quantity, included }) => [quantity, included]));
    };
    // Waiting for the fold first, then folded.
    for (const folded of [false, true]) {
      if (folded) await foldUsage(app.pool, agency.id);
      const before = await read();
      await archiveReseller(ctx, { id: locked.id });
      const after = await read();
      expect(after.map((meters) => meters.map(([quantity]) => quantity))).toEqual([
        [12, 0, 5],
        [12, 0, 5],
      ]);
      for (const [period, meters] of after.entries())
        for (const [meter, [, included]] of meters.entries())
          expect(2 * included!).toBe(before[period]![meter]![1]);
      await restoreReseller(ctx, { id: locked.id });
      expect(await read()).toEqual(before);
    }
  });

  it("counts its active resellers by day, as its list has them, and nobody else's", async () => {
    const upline = await newUpline();
    const before = { ...upline, ctx: async () => at(await upline.ctx(), "2026-10-02T12:00:00Z") };
    const [one] = [await newResellerOf(app, agency, before), await newResellerOf(app, agency, before)];
    await newResellerOf(app, agency, await newUpline());
    await deactivateReseller(at(await upline.ctx(), "2026-11-03T12:00:00Z"), { id: one.id });
    const overview = await usageOverview(at(await upline.ctx(), "2026-11-04T12:00:00Z"), {});
    expect(overview).toMatchObject({ activeResellers: 1, previousActiveResellers: 2 });
    expect(overview.activeSeries.map(({ quantity }) => quantity)).toEqual([2, 2, 1, 1]);
    expect(overview.previousActiveSeries.map(({ quantity }) => quantity)).toEqual([0, 2, 2, 2]);
    const all = await usageOverview(at(await upline.ctx(), "2026-11-04T12:00:00Z"), { period: "all" });
    expect(all.activeSeries).toEqual([
      { day: "2026-10-01", quantity: 2 },
      { day: "2026-11-01", quantity: 1 },
    ]);
  });

  it("is shown nothing used by nobody, as an agency without resellers is", async () => {
    const upline = await newUpline();
    const empty = await newAgency(app);
    const shown = await usageOverview(await upline.ctx(), {});
    expect({ ...shown, foldedAt: null }).toEqual(await usageOverview(await empty.ctx(), {}));
  });

  it("sees what waits of its resellers and their customers alone", async () => {
    const { upline, busy, locked } = await stage();
    const { rows } = await inTenant(
      app.pool,
      { agency: agency.id, kind: "upline", account: upline.id },
      (tx) =>
        tx.execute<{ id: string }>(sql`
          select distinct reseller_id as id from usage_deltas where account_id <> ${upline.id}`),
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([busy.id, locked.id].sort());
  });

  it("is given the kept value of a gauge of its resellers and their customers alone", async () => {
    const { upline, busy, sibling, direct } = await stage();
    await foldUsage(app.pool, agency.id);
    const kept = (accountId: string) =>
      inTenant(app.pool, { agency: agency.id, kind: "upline", account: upline.id }, async (tx) => {
        const gauge = sql`app.gauge_beneath(${accountId}::uuid, 'team_members', 'infinity')`;
        return (await tx.execute(sql`select quantity::int from ${gauge}`)).rows;
      });
    expect(await kept(busy.id)).toEqual([{ quantity: 2 }]);
    for (const foreign of [upline.id, sibling.id, direct.id]) expect(await kept(foreign)).toEqual([]);
  });
});
