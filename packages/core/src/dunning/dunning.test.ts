import { inTenant, openPool } from "@tenantry/db";
import { dunnings, invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { moveClock } from "../clock/move.ts";
import { readInvoice } from "../invoices/read.ts";
import { dayOf } from "../kernel/clock.ts";
import { openDesk } from "../kernel/desk.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { revokePaymentLink } from "../payment-links/revoke.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeIn } from "../payments/take-in.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { sendMail } from "../platform/mail/send.ts";
import type { OutgoingMail } from "../platform/mail/transport.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import { contextFor, openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { pauseDunning } from "./pause.ts";
import { resumeDunning } from "./resume.ts";
import { remindOfInvoices } from "./sweep.ts";
import { takeStep } from "./take-step.ts";

let app: TestApp;
let worker: ReturnType<typeof openPool>;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 6, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});
beforeEach(async () => {
  market = await newMarket(app);
  const email =
    "update accounts set email = 'books@' || code || '.example' where agency_id = $1 and kind = 'customer'";
  await app.admin.query(email, [market.agency.id]);
});

/** Sold on 10 March, due on the 24th; a year, so that no renewal comes in between. */
async function sell(to: keyof Market["customers"] = "ofAgent") {
  const ctx = to === "ofSeller" ? await market.as.seller() : await market.as.agency();
  const planId = to === "ofSeller" ? market.plans.sellers : market.plans.agencys;
  const sale = { customerId: market.customers[to], planId, currency: "EUR", interval: "month" as const };
  return (await createSubscription(ctx, sale)).invoiceId!;
}
const read = async (id: string) => readInvoice(await market.as.agency(), { id });
const states = async (id: string) => (await read(id)).dunning!.steps.map(({ state }) => state);
const days = async (id: string) =>
  (await read(id)).dunning!.steps.map(({ at }) => dayOf(new Date(at), "Europe/Lisbon"));
const sweepAt = async (day: string) => {
  await market.at(`${day}T12:00:00Z`);
  await remindOfInvoices(worker);
};
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
async function reminders(id: string): Promise<{ id: string; state: string }[]> {
  const sql =
    "select id, state from mails where subject_id = $1 and kind = 'invoice_reminder' order by created_at";
  return (await app.admin.query(sql, [id])).rows;
}
async function sent(mailId: string): Promise<OutgoingMail | undefined> {
  const taken: OutgoingMail[] = [];
  await sendMail(app, async (mail) => `provider-${taken.push(mail)}`, market.agency.id, mailId);
  return taken[0];
}
/** What the gateway says of a payment of an invoice. */
async function tell(id: string, kind: "begun" | "declined", reference = "debit") {
  const scope = { agency: market.agency.id, kind: "agency", account: market.agency.id } as const;
  const about = { invoiceId: id, amountMinor: 1_000, currency: "EUR", reference: `${reference} ${id}` };
  const message = { ...about, kind, eventId: `${kind} ${reference} ${id}`, payerEmail: null };
  await inTenant(app.pool, scope, (tx) => takeIn(tx, market.agency.id, "test", message));
  await takeUpPayments(app.pool, market.agency.id, id);
}
const pay = async (id: string) => {
  await markPaid(await market.as.agency(), { id, reference: "statement" });
  await takeUpPayments(app.pool, market.agency.id, id);
};

describe("reminders", () => {
  it("go out 3, 10 and 20 days after the day it was due, each once, in the agency's zone; 10 days later it is past due", async () => {
    const id = await sell();
    expect(await days(id)).toEqual(["2027-03-27", "2027-04-03", "2027-04-13"]);
    await sweepAt("2027-03-26");
    expect(await states(id)).toEqual(["next", "later", "later"]);
    await sweepAt("2027-03-27");
    expect(await states(id)).toEqual(["sent", "next", "later"]);
    await sweepAt("2027-03-27");
    expect(await reminders(id)).toHaveLength(1);
    await sweepAt("2027-04-03");
    await sweepAt("2027-04-13");
    expect(await states(id)).toEqual(["sent", "sent", "sent"]);
    expect((await read(id)).dunning!.pastDue.reached).toBe(false);
    await sweepAt("2027-04-23");
    expect((await read(id)).dunning!.pastDue).toMatchObject({ reached: true });
    await sweepAt("2027-12-01");
    expect(await reminders(id)).toHaveLength(3);
  });

  it("say which they are, with a link that can be paid by even where the one before was taken back", async () => {
    const id = await sell();
    await revokePaymentLink(await market.as.agency(), { id });
    await sweepAt("2027-04-30");
    const subjects: string[] = [];
    for (const mail of await reminders(id)) {
      const carried = (await sent(mail.id))!;
      subjects.push(carried.subject);
      expect(carried.fromName).toBe("Cove Referrals");
      const token = /\/pay\/([\w.-]+)/.exec(carried.text)![1]!;
      const opened = await openPaymentLink(await contextFor(app, market.agent.host), { token });
      expect(opened.state).toBe("open");
      expect(carried.html + carried.text).not.toContain(market.agency.name);
    }
    // The one in all three lives on from the last.
    expect((await read(id)).link!.expiresAt).toMatch(/^2027-05-30/);
    expect(subjects).toEqual([
      expect.stringMatching(/^Reminder: invoice INV-\d+ of €10.00 was due on 24 March 2027$/),
      expect.stringMatching(/^Second reminder/),
      expect.stringMatching(/^Last reminder/),
    ]);
  });

  it("are taken once by many workers at once, and by one that was killed half way", async () => {
    const ids = await Promise.all([sell(), sell("direct"), sell("ofSeller")]);
    await market.at("2027-04-13T12:00:00Z");
    const { agency } = market;
    // Everything of the step is done but the commit, when the process dies.
    const scope = { agency: agency.id, kind: "agency", account: agency.id } as const;
    const killed = inTenant(worker, scope, async (tx) => {
      const of = and(eq(invoices.agencyId, agency.id), eq(invoices.id, ids[0]!));
      const [invoice] = await tx.select().from(invoices).where(of);
      const [row] = await tx.select().from(dunnings).where(eq(dunnings.invoiceId, ids[0]!)).for("update");
      await takeStep(await openDesk(tx, agency.id), row as never, invoice!);
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await reminders(ids[0]!)).toEqual([]);
    await Promise.all(Array.from({ length: 5 }, () => remindOfInvoices(worker)));
    for (const id of ids) expect(await reminders(id)).toHaveLength(3);
  });

  it("wait for a payment that is on its way, go on once it came to nothing, and wait no longer than two weeks", async () => {
    const [failed, silent] = [await sell(), await sell("direct")];
    await market.at("2027-03-26T12:00:00Z");
    await tell(failed, "begun");
    await tell(silent, "begun");
    expect((await read(failed)).dunning!.heldUntil).toMatch(/^2027-04-09T12:00/);
    await sweepAt("2027-04-06");
    expect([...(await reminders(failed)), ...(await reminders(silent))]).toEqual([]);
    expect(await read(failed)).toMatchObject({ overdue: false, comingSince: expect.anything() });
    await tell(failed, "declined");
    await sweepAt("2027-04-06");
    // The second step's day has passed as well: it keeps its distance.
    expect([await states(failed), await days(failed)]).toEqual([
      ["sent", "next", "later"],
      ["2027-04-06", "2027-04-13", "2027-04-23"],
    ]);
    expect((await read(failed)).overdue).toBe(true);
    await market.at("2027-04-09T11:59:00Z");
    await remindOfInvoices(worker);
    expect([await reminders(silent), (await read(silent)).overdue]).toEqual([[], false]);
    await market.at("2027-04-09T12:01:00Z");
    await remindOfInvoices(worker);
    expect([await states(silent), (await read(silent)).overdue]).toEqual([["sent", "next", "later"], true]);
    // What was queued is not sent once a payment was begun.
    const [mail] = await reminders(silent);
    await tell(silent, "begun", "again");
    expect(await sent(mail!.id)).toBeUndefined();
  });

  it("follow a test agency's clock that somebody moves", async () => {
    const id = await sell();
    await moveClock(await market.as.agency(), { days: 17 });
    await remindOfInvoices(worker);
    expect(await states(id)).toEqual(["sent", "next", "later"]);
  });

  it("stop with the payment, and what was queued but not sent is not sent", async () => {
    const id = await sell();
    await sweepAt("2027-03-27");
    const [mail] = await reminders(id);
    await pay(id);
    expect(await sent(mail!.id)).toBeUndefined();
    expect((await read(id)).mails.find(({ kind }) => kind === "invoice_reminder")!.state).toBe("dropped");
    await sweepAt("2027-06-01");
    expect(await states(id)).toEqual(["sent", "stopped", "stopped"]);
    expect(await reminders(id)).toHaveLength(1);
    expect((await read(id)).dunning).toMatchObject({ ended: true });
  });

  it("of a customer without an address are marked as not sent, and go on", async () => {
    await app.admin.query("update accounts set email = null where id = $1", [market.customers.ofAgent]);
    const id = await sell();
    await sweepAt("2027-03-27");
    expect(await states(id)).toEqual(["unsent", "next", "later"]);
    expect(await reminders(id)).toEqual([]);
  });
});

describe("a pause", () => {
  it("holds what is to come, says why, and moves only what fell into it", async () => {
    const id = await sell("ofSeller");
    const sellers = await market.as.seller();
    await pauseDunning(sellers, { id, reason: "They say it was not delivered" });
    await sweepAt("2027-04-06");
    const held = (await readInvoice(sellers, { id })).dunning!;
    expect(held).toMatchObject({ pausedWhy: "They say it was not delivered" });
    expect(held.steps.map(({ state }) => state)).toEqual(["paused", "paused", "paused"]);
    await resumeDunning(await market.as.seller(), { id });
    // Ten days late: the second comes 7 days after the first, as ever.
    expect(await days(id)).toEqual(["2027-04-06", "2027-04-13", "2027-04-23"]);
    await remindOfInvoices(worker);
    expect(await reminders(id)).toHaveLength(1);
    expect(await states(id)).toEqual(["sent", "next", "later"]);
    await pauseDunning(await market.as.seller(), { id, reason: "a week" });
    await market.at("2027-04-08T12:00:00Z");
    await resumeDunning(await market.as.seller(), { id });
    expect((await days(id))[1]).toContain("2027-04-13");
    const sql =
      "select action, after from audit_entries where object_id = $1 and action like 'dunning.%' order by id";
    const { rows } = await app.admin.query(sql, [id]);
    expect(rows.map(({ action }) => action)).toEqual([
      ...["dunning.pause", "dunning.resume", "dunning.pause", "dunning.resume"],
    ]);
  });

  it("is the seller's to make, and of an open invoice only", async () => {
    const id = await sell();
    expect(await code(pauseDunning(await market.as.agent(), { id, reason: "x" }))).toBe("kind_forbidden");
    expect(await code(pauseDunning(await market.as.seller(), { id, reason: "x" }))).toBe("not_found");
    expect(await code(pauseDunning(await market.as.agency(), { id, reason: " " }))).toBe("required");
    await pay(id);
    expect(await code(pauseDunning(await market.as.agency(), { id, reason: "x" }))).toBe("invoice_not_open");
  });
});

describe("past due", () => {
  const pastDue = async () => {
    const { subscriptions } = await listSubscriptions(await market.as.agency(), {});
    return Object.fromEntries(subscriptions.map((one) => [one.customer.name, one.pastDue]));
  };

  it("marks the subscription of the debt and no other, which goes on until it is paid", async () => {
    const owed = await sell("ofAgent");
    const paid = await sell("direct");
    await pay(paid);
    await market.at("2027-04-23T12:00:00Z");
    await carryOnSubscriptions(worker);
    await remindOfInvoices(worker);
    expect(await pastDue()).toEqual({ "Cove Cafe": true, "Direct Dental": false });
    const { subscriptions } = await listSubscriptions(await market.as.agency(), {});
    for (const { state, period } of subscriptions)
      expect([state, period.from]).toEqual(["active", "2027-04-10"]);
    expect(await reminders(paid)).toEqual([]);
    await pay(owed);
    expect(await pastDue()).toEqual({ "Cove Cafe": false, "Direct Dental": false });
  });
});
