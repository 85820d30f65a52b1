import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listAttention } from "../../attention/list.ts";
import { updateCustomer } from "../../customers/update.ts";
import { readInvoice } from "../../invoices/read.ts";
import { openPaymentLink } from "../../payment-links/open.ts";
import { revokePaymentLink } from "../../payment-links/revoke.ts";
import { markPaid } from "../../payments/mark-paid.ts";
import { receivePayment } from "../../payments/receive.ts";
import { refundInvoice } from "../../payments/refund.ts";
import { takeUpPayments } from "../../payments/take-up.ts";
import { createSubscription } from "../../subscriptions/create.ts";
import { carryOnSubscriptions } from "../../subscriptions/sweep.ts";
import { contextFor, openTestApp, type TestApp } from "../../testing/index.ts";
import { type Market, newMarket, newPricedPlan } from "../../testing/market.ts";
import { pdfText } from "../../testing/pdf.ts";
import { openTestGateway } from "../payments/test-gateway.ts";
import { markFailed, sendMail } from "./send.ts";
import type { OutgoingMail } from "./transport.ts";

let app: TestApp;
let worker: ReturnType<typeof openPool>;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});
beforeEach(async () => {
  market = await newMarket(app);
  const { ofAgent, ofSeller, direct } = market.customers;
  await give(ofAgent, "books@cove.example");
  await give(ofSeller, "books@hotel.example");
  await give(direct, "books@dental.example");
});

const give = async (id: string, email: string | null) =>
  app.admin.query("update accounts set email = $2 where id = $1", [id, email]);

async function sell(to: keyof Market["customers"] = "ofAgent") {
  const own = to === "ofSeller";
  const ctx = own ? await market.as.seller() : await market.as.agency();
  const planId = own ? market.plans.sellers : market.plans.agencys;
  const sale = { customerId: market.customers[to], planId, currency: "EUR", interval: "month" as const };
  return (await createSubscription(ctx, { ...sale, quantity: 3 })).invoiceId!;
}
const paid = async (id: string, payerEmail: string | null = null) => {
  const { code, totalMinor } = await readInvoice(await market.as.agency(), { id });
  const call = openTestGateway(app.config.secret, market.agency.id).sign(
    {
      ...{
        eventId: crypto.randomUUID(),
        kind: "paid",
        invoiceId: id,
        amountMinor: totalMinor,
        currency: "EUR",
      },
      ...{ reference: code, payerEmail },
    },
    new Date(),
  );
  await receivePayment(await contextFor(app, market.agent.host), { provider: "test", ...call });
  await takeUpPayments(app.pool, market.agency.id, id);
};

/** Mails that wait about a document, in the order in which they were queued. */
async function waiting(subject: string): Promise<{ id: string; kind: string; recipient: string }[]> {
  const sql = `select id, kind, recipient from mails where subject_id = $1 and state = 'queued' order by created_at, recipient`;
  return (await app.admin.query(sql, [subject])).rows;
}
/** Renders and sends a mail; answers what a carrier gets. */
async function sent(mailId: string): Promise<OutgoingMail> {
  const taken: OutgoingMail[] = [];
  await sendMail(app, async (mail) => `provider-${taken.push(mail)}`, market.agency.id, mailId);
  return taken[0]!;
}
const hostsIn = (mail: OutgoingMail) => {
  const all = mail.html + mail.text;
  const found = [...all.matchAll(/https?:\/\/([^/:"\\ ]+)/g)].map(([, host]) => host);
  return [...new Set(found)].filter((host) => !host?.includes("w3.org"));
};

it.each(["ofAgent", "ofSeller", "direct"] as const)(
  "an invoice is mailed to its customer when it is issued, in its front's brand, with a link that opens it (%s)",
  async (to) => {
    const id = await sell(to);
    const front = { ofAgent: market.agent, ofSeller: market.seller, direct: market.agency }[to];
    const name = { ofAgent: "Cove Referrals", ofSeller: "Harbour Apps", direct: market.agency.name }[to];
    const [mail, ...more] = await waiting(id);
    expect([mail?.kind, more]).toEqual(["invoice_issued", []]);
    const carried = await sent(mail!.id);
    expect(carried.to).toMatch(/^books@/);
    expect(carried.fromName).toBe(name);
    expect(carried.subject).toContain("€30.00");
    expect(carried.text).toContain("24 March 2027");
    expect(hostsIn(carried)).toEqual([front.host]);
    expect(carried.text).not.toContain("settings/notifications");
    const token = /\/pay\/([\w.-]+)/.exec(carried.text)![1]!;
    expect(await openPaymentLink(await contextFor(app, front.host), { token })).toMatchObject({
      state: "open",
    });
    // Who sells is on the document, and nowhere else.
    if (to !== "direct")
      expect(carried.html + carried.text + carried.subject).not.toContain(market.agency.name);
    const text = await pdfText(carried.attachment!.file);
    expect(text).toContain(`Invoice ${carried.attachment!.filename.replace(".pdf", "")}`);
    if (to === "ofSeller") expect(text).not.toContain(market.agency.name);
  },
);

it("renewals are mailed as well, one mail for each invoice however often the worker comes by", async () => {
  await sell();
  await market.at("2027-04-10T12:00:00Z");
  await carryOnSubscriptions(worker);
  await carryOnSubscriptions(worker);
  const sql = "select kind, recipient from mails where agency_id = $1 and recipient = 'books@cove.example'";
  expect((await app.admin.query(sql, [market.agency.id])).rows).toHaveLength(2);
});

it("a receipt goes to the customer and to whoever paid, each once, and keeps to what was then", async () => {
  const id = await sell();
  const [issued] = await waiting(id);
  await paid(id, "boss@cove.example");
  await refundInvoice(await market.as.agency(), { id, amountMinor: 1_000, reference: "agreed" });
  await takeUpPayments(app.pool, market.agency.id, id);
  const receipts = (await waiting(id)).filter(({ kind }) => kind === "invoice_paid");
  expect(receipts.map(({ recipient }) => recipient)).toEqual(["books@cove.example", "boss@cove.example"]);
  const receipt = await sent(receipts[1]!.id);
  expect(receipt.subject).toMatch(/^Receipt for invoice INV-/);
  const text = await pdfText(receipt.attachment!.file);
  expect(text).toContain("€30.00 was paid on 10 March 2027.");
  expect(text).not.toContain("CN-");
  const late = await pdfText((await sent(issued!.id)).attachment!.file);
  expect(late).toContain("Please pay €30.00");
});

it("who pays for itself gets one receipt, whatever case the address was typed in", async () => {
  const id = await sell();
  await paid(id, "Books@Cove.example");
  const receipts = (await waiting(id)).filter(({ kind }) => kind === "invoice_paid");
  expect(receipts).toHaveLength(1);
});

it("a credit note is mailed to the customer and to whoever paid", async () => {
  const id = await sell();
  await paid(id, "boss@cove.example");
  await refundInvoice(await market.as.agency(), { id, amountMinor: 1_000, reference: "agreed" });
  await takeUpPayments(app.pool, market.agency.id, id);
  const { payments } = await readInvoice(await market.as.agency(), { id });
  const note = payments.at(-1)!.creditNote!;
  const mails = await waiting(note.id);
  expect(mails.map(({ kind, recipient }) => [kind, recipient])).toEqual([
    ["invoice_credited", "books@cove.example"],
    ["invoice_credited", "boss@cove.example"],
  ]);
  const mail = await sent(mails[0]!.id);
  expect(mail.subject).toContain(`Credit note ${note.code} of €10.00`);
  expect(await pdfText(mail.attachment!.file)).toContain(`Credit note ${note.code}`);
  const { mails: shown } = await readInvoice(await market.as.agent(), { id: note.id });
  expect(shown.map(({ state }) => state)).toEqual(["sent", "queued"]);
});

it("a customer without an address gets nothing, which its invoice says, and paying goes on", async () => {
  await give(market.customers.ofAgent, null);
  const id = await sell();
  expect(await waiting(id)).toEqual([]);
  expect(await readInvoice(await market.as.agency(), { id })).toMatchObject({ mailedTo: null, mails: [] });
  await markPaid(await market.as.agency(), { id, reference: "statement" });
  await takeUpPayments(app.pool, market.agency.id, id);
  expect(await waiting(id)).toEqual([]);
  await updateCustomer(await market.as.agency(), { id: market.customers.ofAgent, email: "new@cove.example" });
  expect((await readInvoice(await market.as.agency(), { id })).mailedTo).toBe("new@cove.example");
});

it("goes without a button where the link was taken back, and is the same when it is sent again", async () => {
  const id = await sell();
  await revokePaymentLink(await market.as.agency(), { id });
  const [mail] = await waiting(id);
  const failing = sendMail(app, () => Promise.reject(new Error("down")), market.agency.id, mail!.id);
  await expect(failing).rejects.toThrow("down");
  const first = await sent(mail!.id);
  expect(first.html).not.toContain("/pay/");
  await app.admin.query("update mails set state = 'queued' where id = $1", [mail!.id]);
  const again = await sent(mail!.id);
  expect(again).toEqual(first);
});

it("what is for nothing is not mailed", async () => {
  const ctx = await market.as.agency();
  const planId = await newPricedPlan(ctx, [{ currency: "EUR", interval: "month", amountMinor: 0 }]);
  const sale = { customerId: market.customers.direct, planId, currency: "EUR", interval: "month" as const };
  const { invoiceId } = await createSubscription(ctx, sale);
  expect(invoiceId).toBeNull();
  const sql = "select from mails where agency_id = $1 and kind like 'invoice%'";
  expect((await app.admin.query(sql, [market.agency.id])).rowCount).toBe(0);
});

it("one that fails says so on its document, and is no failing of the reseller's people", async () => {
  const id = await sell();
  const [mail] = await waiting(id);
  await markFailed(app, market.agency.id, mail!.id, "no such mailbox");
  expect(await readInvoice(await market.as.agent(), { id })).toMatchObject({ mails: [{ state: "failed" }] });
  for (const ctx of [await market.as.agency(), await market.as.agent()])
    expect((await listAttention(ctx, {})).items.map(({ need }) => need)).not.toContain("mail_failed");
});
