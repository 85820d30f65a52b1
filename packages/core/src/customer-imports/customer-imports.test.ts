import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listCustomers } from "../customers/list.ts";
import type { App } from "../kernel/ctx.ts";
import { publishPlan } from "../plans/publish.ts";
import { updatePlan } from "../plans/update.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMoveIn } from "../testing/move-in.ts";
import { listCustomerImportRows } from "./list-rows.ts";
import { readCustomerImport } from "./read.ts";
import { startCustomerImport } from "./start.ts";

let app: TestApp;
let worker: App;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} }) };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

/** Has the database refuse rows of a table for a reason that no verb knows of. */
async function refusing(table: string, when: string) {
  await app.admin.query(`
    create function refuse_row() returns trigger language plpgsql as
      $$ begin raise exception 'refused' using errcode = '22003'; end $$;
    create trigger refuse_row before insert on ${table} for each row when (${when}) execute function refuse_row()`);
  return { end: () => app.admin.query("drop function refuse_row cascade") };
}

describe("a file of customers with running subscriptions", () => {
  it("is tried without creating any, creates what it said, and is charged exactly that", async () => {
    const market = await newMoveIn(app, worker);
    const ctx = await market.as.agency();
    const id = await market.checked(ctx, [
      "Alder,it@alder.example,,,,,Team,2,2026-11-18,2027-03-18,,",
      "Birch,,Cove Referrals,internal,,7.5 %,team,1,2025-01-31,,,",
      "Alder,,,,,,Team,1,2027-03-01,,,yes",
      "Cedar,,,,no,,,,,,,",
      "Doum,,Harbour Apps,,,,Harbour,3,2027-03-10,2027-04-10,,",
      "Elm,,,,,,Team,4,2027-03-05,,2027-03-18,",
      "Fir,,,,,,Team,1,2026-11-18,2027-03-17,,",
    ]);
    expect(await market.problems(ctx, id)).toEqual([
      ...["2 ready ", "3 ready ", "4 ready ", "5 ready ", "6 ready ", "7 ready "],
      "8 wrong /nextInvoiceOn next_invoice_wrong",
    ]);
    const { customers } = await listCustomers(ctx, {});
    expect(customers.map(({ name }) => name)).toEqual(["Cove Cafe", "Direct Dental", "Harbour Hotel"]);
    const { totals } = await readCustomerImport(ctx, { id });
    expect(totals).toEqual({
      ...{ customers: 5, subscriptions: 5, uncharged: 1 },
      firsts: [
        // Alder's renewal and the end of Elm's trial; the agency's tax is 23 %.
        {
          currency: "EUR",
          on: "2027-03-18",
          count: 2,
          netMinor: 11_400,
          taxMinor: 2_622,
          totalMinor: 14_022,
        },
        { currency: "EUR", on: "2027-03-31", count: 1, netMinor: 1_900, taxMinor: 437, totalMinor: 2_337 },
        { currency: "EUR", on: "2027-04-10", count: 1, netMinor: 1_500, taxMinor: 0, totalMinor: 1_500 },
      ],
    });

    await market.created(ctx, id);
    expect(await readCustomerImport(ctx, { id })).toMatchObject({
      state: "finished",
      counts: { created: 6, wrong: 1, failed: 0 },
      totals,
    });
    expect(await market.invoiced()).toEqual([]);
    const made = (await listCustomers(ctx, {})).customers.map((one) => [
      one.name,
      one.seller?.name ?? null,
      one.type,
      one.status,
    ]);
    expect(made).toEqual(
      expect.arrayContaining([
        ["Alder", null, "customer", "active"],
        ["Birch", "Cove Referrals", "internal", "active"],
        ["Cedar", null, "customer", "inactive"],
        ["Doum", "Harbour Apps", "customer", "active"],
      ]),
    );
    await market.at("2027-04-10T12:00:00Z");
    await carryOnSubscriptions(worker.pool);
    const firsts = totals.firsts.map(({ on }) => on);
    expect((await market.invoiced()).filter(({ on }) => firsts.includes(on))).toEqual(totals.firsts);
    // The commission of the first renewal is what the file says.
    const { rows } = await app.admin.query(
      "select distinct rate_bps from invoice_lines where agency_id = $1 and rate_bps is not null",
      [market.agency.id],
    );
    expect(rows).toEqual([{ rate_bps: 750 }]);
    const { rows: audited } = await app.admin.query(
      `select action, actor_kind, count(*)::int from audit_entries where agency_id = $1
       and (action = 'subscription.take-over' or action = 'customer.create' and after->>'name' in ('Alder', 'Birch')) group by 1, 2 order by 1`,
      [market.agency.id],
    );
    expect(audited).toEqual([
      { action: "customer.create", actor_kind: "user", count: 2 },
      { action: "subscription.take-over", actor_kind: "user", count: 5 },
    ]);
    // What a customer has now does not lie about in the file as well.
    const { rows: kept } = await listCustomerImportRows(ctx, { id, state: "created" });
    expect(kept.map(({ cells, customerName }) => [cells, customerName])[0]).toEqual([[], "Alder"]);
  });

  it("says of each row what is wrong with it, at its column", async () => {
    const market = await newMoveIn(app, worker);
    const ctx = await market.as.agency();
    const id = await market.checked(ctx, [
      ",it@nameless.example,,,,,,,,,,",
      "A,no mail,Nobody,else,maybe,120,,,,,,",
      "B,,,,,,Nothing,1,2027-01-01,,,",
      "C,,,,,,Both,1,2027-01-01,,,",
      "D,,,,,,Team,many,,,,perhaps",
      "E,,,,,,,1,2027-01-01,,,",
      "F,,,,no,,Team,1,2027-01-01,,,",
      "G,one@g.example,,,,,Team,1,2027-01-01,,,",
      "G,two@g.example,,,,,Team,1,2027-01-02,,,",
      "g,,,,,,,,,,,",
      "G,,,,,,Team,1,2027-01-01,,,",
      "H,,,,,5,,,,,,",
      "Direct Dental,,,,,,,,,,,",
    ]);
    expect(await market.problems(ctx, id)).toEqual([
      "2 wrong /name required",
      "3 wrong /email email_wrong, /type one_of, /active yes_or_no, /rate rate_wrong, /partner partner_unknown",
      "4 wrong /plan plan_not_sold",
      "5 wrong /currency price_choose",
      "6 wrong /quantity sold_count_wrong, /startsOn required, /cancelled yes_or_no",
      "7 wrong /plan required",
      "8 wrong  customer_inactive",
      "9 ready ",
      "10 wrong /email line_differs",
      "11 wrong /name line_repeats",
      "12 wrong /startsOn taken_over_before",
      "13 wrong /rate rate_not_here",
      "14 wrong /name customer_there",
    ]);
  });

  it("tells what nobody means and what the database refuses as the row's own, and tries the others of the company", async () => {
    const market = await newMoveIn(app, worker);
    const ctx = await market.as.agency();
    const refuse = await refusing(
      "subscriptions",
      `new.quantity = 13 and new.agency_id = '${market.agency.id}'`,
    );
    const id = await market.checked(ctx, [
      "A,,,,,,Team,1,0000-01-01,,,",
      "A,,,,,,Team,2,2027-01-01,9999-12-31,,",
      "A,,,,,,Team,3,2027-01-01,,2101-01-01,",
      "A,,,,,,Team,4,1989-12-31,,,",
      "A,,,,,,Team,13,2027-01-02,,,",
      "A,,,,,,Team,5,2027-01-03,,,",
      "B,,,,,,Team,1,1990-01-01,,,",
    ]);
    await refuse.end();
    expect(await market.problems(ctx, id)).toEqual([
      "2 wrong /startsOn day_far",
      "3 wrong /nextInvoiceOn day_far",
      "4 wrong /trialUntil day_far",
      "5 wrong /startsOn day_far",
      "6 wrong  internal",
      "7 ready ",
      "8 ready ",
    ]);
    expect((await readCustomerImport(ctx, { id })).state).toBe("checked");
    const refuseCreating = await refusing(
      "subscriptions",
      `new.quantity = 5 and new.agency_id = '${market.agency.id}'`,
    );
    await market.created(ctx, id);
    await refuseCreating.end();
    expect((await market.problems(ctx, id)).slice(-2)).toEqual(["7 failed  internal", "8 created "]);
  });

  it("reads what a company can be sold once for its rows, and the take-over once for each", async () => {
    const { rows } = await app.admin.query("select current_database() as name");
    await app.admin.query(`alter database "${rows[0].name}" set track_functions = 'all'`);
    const own = { ...worker, pool: openPool({ url: app.workerUrl, max: 1, onConnectionError: () => {} }) };
    const market = await newMoveIn(app, own);
    const quantities = [1, 2, 3, 4];
    const lines = quantities.map((n) => `A,,,,,,Team,${n},2027-01-0${n},,,`);
    const ctx = await market.as.agency();
    const id = await market.checked(ctx, lines);
    expect((await readCustomerImport(ctx, { id })).counts.ready).toBe(4);
    // What a connection has counted is told when it ends.
    await own.pool.end();
    await vi.waitFor(async () => {
      const { rows: counted } = await app.admin.query(
        "select calls::int from pg_stat_user_functions where schemaname = 'app' and funcname = 'sellable_plans'",
      );
      expect(counted).toEqual([{ calls: 1 + quantities.length }]);
    });
  });

  it("adds a subscription to a customer of that name, and charges nobody twice where a file comes again", async () => {
    const market = await newMoveIn(app, worker);
    const ctx = await market.as.agency();
    const lines = ["direct dental,,,,,,Team,1,2027-01-20,,,", "New One,,,,,,Team,1,2027-01-20,,,"];
    const id = await market.checked(ctx, lines);
    const { rows } = await listCustomerImportRows(ctx, { id });
    expect(rows.map(({ outcome }) => outcome?.customerId)).toEqual([market.customers.direct, null]);
    await market.created(ctx, id);
    const { subscriptions } = await listSubscriptions(ctx, { customerId: market.customers.direct });
    expect(subscriptions).toMatchObject([{ plan: { name: "Team" }, takenOverOn: "2027-03-10" }]);
    const again = await market.checked(ctx, lines);
    expect(await market.problems(ctx, again)).toEqual([
      "2 wrong /startsOn taken_over_before",
      "3 wrong /startsOn taken_over_before",
    ]);
  });

  it("does what was shown or nothing: another price or period by then is refused", async () => {
    const market = await newMoveIn(app, worker);
    const ctx = await market.as.agency();
    const id = await market.checked(ctx, ["Alder,,,,,,Team,1,2027-01-20,,,"]);
    const later = await market.checked(ctx, [
      "Birch,,,,,,Both,1,2027-01-20,,,".replace("Both", "Team").replace("01-20", "02-11"),
    ]);
    await startCustomerImport(ctx, { id });
    await startCustomerImport(ctx, { id: later });
    await market.at("2027-03-12T12:00:00Z");
    await market.carryOut(later);
    expect(await market.problems(ctx, later)).toEqual(["2 failed /nextInvoiceOn next_invoice_wrong"]);
    const terms = {
      prices: [{ currency: "EUR", interval: "month" as const, amountMinor: 2_500 }],
      meters: [],
    };
    await updatePlan(ctx, { id: market.planId, terms });
    await publishPlan(ctx, { id: market.planId });
    await market.carryOut(id);
    expect(await market.problems(ctx, id)).toEqual(["2 failed /plan price_changed"]);
    expect(await market.invoiced()).toEqual([]);
  });
});
