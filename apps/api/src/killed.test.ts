import { randomUUID } from "node:crypto";
import { setRate } from "@tenantry/core/commissions/set-rate";
import { newId } from "@tenantry/core/kernel/ids";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { createPayouts } from "@tenantry/core/payouts/create";
import { sendPayout } from "@tenantry/core/payouts/send";
import { openTestGateway } from "@tenantry/core/platform/payments/test-gateway";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { openTestApp, type TestApp } from "@tenantry/core/testing";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { until } from "@tenantry/db/testing";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listen } from "./testing/listen.ts";
import { type Process, startSeconds, startWeb, startWorker } from "./testing/process.ts";
import { type Answer, send } from "./testing/web.ts";

/**
 * Processes killed in the middle of paying and of paying out. Where they are killed is a table that somebody else has locked: the
 * process stands still before it writes there, which is waited for, and ends without another word.
 */
let app: TestApp;
let market: Market;
let other: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  app = await openTestApp({ max: 10 });
  other = await listen(app);
  market = await newMarket(app);
  const { as, agent } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_000 });
}, 120_000);
afterAll(async () => {
  await other.close();
  await app.close();
});

const running: Process[] = [];
const locking: pg.Client[] = [];
afterEach(async () => {
  await Promise.all(locking.splice(0).map((one) => one.end()));
  await Promise.all(running.splice(0).map((one) => one.kill()));
});
const worker = () => running.push(startWorker(app));
/** Keeps everybody from writing to a table until it is let go. */
async function lock(table: string) {
  const client = new pg.Client({ connectionString: app.adminUrl });
  locking.push(client);
  await client.connect();
  await client.query(`begin; lock table ${table} in share row exclusive mode`);
  return {
    /** Until somebody stands before the table. */
    reached: () =>
      until(async () => {
        const waiting = "select from pg_locks where not granted and relation = $1::regclass";
        return (await client.query(waiting, [table])).rowCount! > 0;
      }, startSeconds),
    letGo: () => client.end(),
  };
}

async function sell() {
  const { as, customers, plans } = market;
  const { invoiceId } = await createSubscription(await as.agent(), {
    ...{ customerId: customers.ofAgent, planId: plans.agencys, quantity: 10 },
    ...{ currency: "EUR", interval: "month" },
  });
  return invoiceId!;
}

/** A gateway's call: signed anew each time, about the same event. */
function paid(invoiceId: string, eventId: string) {
  const message = { eventId, kind: "paid" as const, invoiceId, amountMinor: 10_000, currency: "EUR" };
  const gateway = openTestGateway(app.config.secret, market.agency.id);
  const { id, timestamp, signature, body } = gateway.sign(
    { ...message, reference: "r1", payerEmail: null },
    new Date(),
  );
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  return (port: number) =>
    send(port, market.agent.host, "/api/hooks/payments/test", { body, machine: true, headers });
}

/** What came of an invoice: everything once. */
async function outcomeOf(invoiceId: string) {
  const { rows } = await app.admin.query(
    `select s.state,
       (select count(*)::int from payment_events e where e.invoice_id = $1 and e.outcome = 'applied') as events,
       (select count(*)::int from payments p where p.invoice_id = $1) as payments,
       (select array_agg(c.amount_minor::int) from commissions c where c.invoice_id = $1) as commissions,
       (select coalesce(sum(t.amount_minor), 0)::int from ledger_transfers t join payments p on p.id = t.source_id
          where p.invoice_id = $1 and t.debit = 'cash') as cash,
       (select coalesce(sum(t.amount_minor), 0)::int from ledger_transfers t join commissions c on c.id = t.source_id
          where c.invoice_id = $1 and t.source_kind = 'commission') as owed
     from invoice_states s where s.invoice_id = $1`,
    [invoiceId],
  );
  return rows[0];
}
const once = { state: "paid", events: 1, payments: 1, commissions: [1_000], cash: 10_000, owed: 1_000 };
const paidOnce = (invoiceId: string) =>
  until(async () => (await outcomeOf(invoiceId)).state === "paid", startSeconds);

/** Nobody waits in a test until a killed worker counts as dead. */
async function forgetTheDead() {
  await app.admin.query("update platform.workers set beat_at = beat_at - interval '1 minute'");
  await app.admin.query(
    "update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null",
  );
}

describe("the worker, killed while it books a payment", () => {
  it.each(["payments", "commissions", "ledger_transfers", "payment_events"])(
    "before it writes %s",
    async (table) => {
      const invoiceId = await sell();
      await markPaid(await market.as.agency(), { id: invoiceId, reference: "bank" });
      const held = await lock(table);
      worker();
      await held.reached();
      await running.pop()!.kill();
      await held.letGo();
      expect(await outcomeOf(invoiceId)).toMatchObject({ state: "open", payments: 0, commissions: null });
      await forgetTheDead();
      worker();
      await paidOnce(invoiceId);
      expect(await outcomeOf(invoiceId)).toEqual(once);
    },
    120_000,
  );

  it("after that, before the queue knows that it is done", async () => {
    const invoiceId = await sell();
    await markPaid(await market.as.agency(), { id: invoiceId, reference: "bank" });
    const middle = await lock("payment_events");
    worker();
    await middle.reached();
    const queue = await lock("graphile_worker._private_jobs");
    await middle.letGo();
    await queue.reached();
    await paidOnce(invoiceId);
    await running.pop()!.kill();
    await queue.letGo();
    await forgetTheDead();
    worker();
    await until(async () => {
      const { rowCount } = await app.admin.query(
        "select from graphile_worker._private_jobs where payload::text like $1",
        [`%${invoiceId}%`],
      );
      return rowCount === 0;
    }, startSeconds);
    expect(await outcomeOf(invoiceId)).toEqual(once);
  }, 120_000);
});

describe("the worker, killed in the middle of a month's end", () => {
  it("leaves what is done, and another does the rest: one invoice each, no number left out", async () => {
    const { as, at, agency, customers, plans } = await newMarket(app);
    const terms = { currency: "EUR", interval: "month" } as const;
    const sale = (to: keyof typeof customers, planId: string) => ({
      ...terms,
      customerId: customers[to],
      planId,
    });
    await createSubscription(await as.agency(), sale("direct", plans.agencys));
    await createSubscription(await as.agency(), sale("ofAgent", plans.agencys));
    await createSubscription(await as.seller(), sale("ofSeller", plans.sellers));
    /** Of each renewal its number and customer, by seller. */
    const renewals = async () =>
      (
        await app.admin.query(
          `select i.number::int, i.customer_id as customer from invoices i join invoice_lines l on l.invoice_id = i.id
           where i.agency_id = $1 and l.kind = 'renewal' order by i.seller_id = $1 desc, i.number`,
          [agency.id],
        )
      ).rows;
    const client = new pg.Client({ connectionString: app.adminUrl });
    locking.push(client);
    await client.connect();
    await client.query("begin");
    await client.query("select from customers where id = $1 for update", [customers.ofAgent]);
    await at("2027-04-10T12:00:00Z");
    worker();
    // It stands before the second of the three.
    const waits =
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await until(async () => (await app.admin.query(waits)).rowCount! > 0, startSeconds);
    await running.pop()!.kill();
    await client.end();
    expect(await renewals()).toEqual([{ number: 3, customer: customers.direct }]);
    worker();
    await until(async () => (await renewals()).length === 3, startSeconds);
    expect(await renewals()).toEqual([
      { number: 3, customer: customers.direct },
      { number: 4, customer: customers.ofAgent },
      { number: 2, customer: customers.ofSeller },
    ]);
  }, 120_000);
});

/** Asks a process that is killed before it writes `table`, and then another one, which is the test's own, the same. */
async function askTwice(table: string, ask: (port: number) => Promise<Answer>) {
  const held = await lock(table);
  const first = await startWeb(app);
  running.push(first);
  const lost = ask(first.port).catch((error: Error) => error);
  await held.reached();
  await first.kill();
  await held.letGo();
  expect(await lost).toBeInstanceOf(Error);
  return ask(other.port);
}

describe("the web process, killed while it", () => {
  it("takes in a gateway's call, which comes again", async () => {
    const invoiceId = await sell();
    const eventId = newId();
    const again = await askTwice("payment_events", (port) => paid(invoiceId, eventId)(port));
    expect(again.status).toBe(204);
    await takeUpPayments(app.pool, market.agency.id, invoiceId);
    expect(await outcomeOf(invoiceId)).toEqual(once);
  }, 120_000);

  /** An operation about a payout, asked under one key as often as it takes. */
  const asOwner = (path: string, body: unknown) => {
    const { host, owner } = market.agency;
    const headers = { "idempotency-key": randomUUID() };
    return (port: number) => send(port, host, `/api/v1${path}`, { session: owner.session, body, headers });
  };
  /** One payout of everything due, in a state. */
  async function payout(state: "due" | "draft" | "sent") {
    const invoiceId = await sell();
    await markPaid(await market.as.agency(), { id: invoiceId, reference: "bank" });
    await takeUpPayments(app.pool, market.agency.id, invoiceId);
    await app.admin.query("update commissions set payable_at = at where invoice_id = $1", [invoiceId]);
    if (state === "due") return invoiceId;
    const [made] = (await createPayouts(await market.as.agency(), {})).payouts;
    if (state === "sent") await sendPayout(await market.as.agency(), { id: made!.id });
    return made!.id;
  }

  it.each(["payouts", "payout_lines", "audit_entries"])(
    "makes a payout, before it writes %s",
    async (table) => {
      const invoiceId = await payout("due");
      const again = await askTwice(table, asOwner("/payouts", {}));
      expect(again.status, again.text).toBe(201);
      const { rows } = await app.admin.query(
        `select count(*)::int as lines from payout_lines l join commissions c on c.id = l.commission_id
         where c.invoice_id = $1 and l.released_at is null`,
        [invoiceId],
      );
      expect(rows).toEqual([{ lines: 1 }]);
    },
    120_000,
  );

  it.each([
    ["draft", "/send", {}, "sent"],
    ["sent", "/complete", { reference: "arrived" }, "completed"],
  ] as const)(
    "says of a %s payout: %s",
    async (state, way, body, after) => {
      const id = await payout(state);
      const again = await askTwice("ledger_transfers", asOwner(`/payouts/${id}${way}`, body));
      expect(again.json()).toEqual({ id, state: after });
      const { rows } = await app.admin.query(
        "select count(*)::int as booked from ledger_transfers where source_id = $1 and kind = $2",
        [id, after],
      );
      expect(rows).toEqual([{ booked: 1 }]);
    },
    120_000,
  );
});
