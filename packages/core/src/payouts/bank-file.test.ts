import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setRate } from "../commissions/set-rate.ts";
import { readLegalEntity } from "../legal-entities/read.ts";
import { updateLegalEntity } from "../legal-entities/update.ts";
import { markPaid } from "../payments/mark-paid.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { createPayouts } from "./create.ts";
import { listPayouts } from "./list.ts";
import { creditTransfers } from "./pain-001.ts";
import { previewBankFile } from "./preview-bank-file.ts";
import { readBankFile } from "./read-bank-file.ts";
import { sendDrafts } from "./send-drafts.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );

const german = "DE89370400440532013000";
const dutch = "NL91ABNA0417164300";
const entity = { address: "", country: "DE", taxId: null, taxBps: 0, bic: null };

/** A draft of 10.00 EUR for the agent. */
async function draft() {
  const market = await newMarket(app);
  const { as, agency, agent, customers, plans } = market;
  await setRate(await as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_000 });
  const { invoiceId } = await createSubscription(await as.agency(), {
    ...{ customerId: customers.ofAgent, planId: plans.agencys, quantity: 10 },
    ...{ currency: "EUR", interval: "month" },
  });
  await markPaid(await as.agency(), { id: invoiceId!, reference: "bank" });
  await takeUpPayments(app.pool, agency.id, invoiceId!);
  await market.at("2027-04-10T13:00:00Z");
  const [made] = (await createPayouts(await as.agency(), {})).payouts;
  const say = async (who: "agency" | "agent", iban: string | null, name = "Brightline & Söhne") =>
    updateLegalEntity(await as[who](), { ...entity, name, iban });
  return { ...market, made: made!, say };
}

it("holds the drafts in euros of resellers with an account, to the cent, and only those that were seen", async () => {
  const { as, made, say } = await draft();
  expect(await previewBankFile(await as.agency(), {})).toMatchObject({
    from: null,
    drafts: [{ code: made.code, left: "no_account", iban: null }],
  });
  expect(await code(readBankFile(await as.agency(), {}))).toBe("no_bank_account");
  await say("agency", "DE89 3704 0044 0532 0130 00");
  expect(await code(readBankFile(await as.agency(), {}))).toBe("no_drafts");
  await say("agent", dutch, "Cove <Referrals>");
  const seen = await previewBankFile(await as.agency(), {});
  expect(seen).toMatchObject({ from: "DE•••3000", drafts: [{ left: null, iban: "NL•••4300" }] });
  const { xml, payouts, amountMinor } = await readBankFile(await as.agency(), { number: seen.number });
  expect({ payouts, amountMinor }).toEqual({ payouts: 1, amountMinor: 1_000 });
  for (const part of [
    ...[`<MsgId>${seen.number}</MsgId>`, `<IBAN>${german}</IBAN>`, `<IBAN>${dutch}</IBAN>`],
    ...[`<EndToEndId>${made.code}</EndToEndId>`, '<InstdAmt Ccy="EUR">10.00</InstdAmt>'],
    ...["<Nm>Brightline &amp; Söhne</Nm>", "<Nm>Cove &lt;Referrals&gt;</Nm>", "<CtrlSum>10.00</CtrlSum>"],
  ])
    expect(xml).toContain(part);
  expect(await code(readBankFile(await as.agency(), { number: "PO123" }))).toBe("conflict");
});

it("is said to be sent in one go, all or none, and once", async () => {
  const { as, agency, agent, made, say } = await draft();
  await say("agent", dutch);
  const stranger = "01999999-0000-7000-8000-000000000001";
  expect(await code(sendDrafts(await as.agency(), { ids: [made.id, stranger] }))).toBe("conflict");
  const codes = await Promise.all(
    [1, 2, 3].map(async () => code(sendDrafts(await as.agency(), { ids: [made.id] }))),
  );
  expect(codes.toSorted()).toEqual(["conflict", "conflict", "done"]);
  expect((await listPayouts(await as.agency(), {})).payouts).toMatchObject([{ state: "sent" }]);
  const { rows } = await app.admin.query(
    "select debit, credit, amount_minor::int as amount from ledger_transfers where book_id = $1 and source_kind = 'payout'",
    [agency.id],
  );
  expect(rows).toEqual([{ debit: `commission_owed:${agent.id}`, credit: "payout_clearing", amount: 1_000 }]);
});

it("an account is changed under the eyes of whoever gets the money, and refused when it is none", async () => {
  const { as, agent, say } = await draft();
  expect(await code(say("agent", "NL91ABNA0417164301"))).toBe("iban_wrong");
  await say("agent", dutch);
  await say("agent", dutch);
  // A form that knows nothing of accounts takes none away.
  await updateLegalEntity(await as.agent(), { ...entity, bic: undefined, name: "Cove" });
  expect(await readLegalEntity(await as.agent(), {})).toMatchObject({ iban: dutch, name: "Cove" });
  const mails = await app.admin.query("select kind from mails where account_id = $1 and kind like 'bank%'", [
    agent.id,
  ]);
  expect(mails.rows).toEqual([{ kind: "bank_account_changed" }]);
  const { rows } = await app.admin.query(
    "select after from audit_entries where action = 'legal-entity.update' and object_id = $1",
    [agent.id],
  );
  expect(JSON.stringify(rows)).not.toContain("ABNA");
});

it("adds up to the cent whatever the amounts", () => {
  const account = { holder: "X", iban: german, bic: null };
  const cents = fc.bigInt({ min: 1n, max: 99_999_999_999n });
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 200 }), (amounts) => {
      const xml = creditTransfers({
        ...{ number: "PO1", from: account, day: "2027-04-10", now: new Date(0) },
        transfers: amounts.map((amountMinor, nth) => ({ code: `PO-${nth}`, amountMinor, to: account })),
      });
      const all = (tag: string) =>
        [...xml.matchAll(new RegExp(`<${tag}[^>]*>([0-9.]+)<`, "g"))].map(([, text]) =>
          BigInt(text!.replace(".", "")),
        );
      expect(all("InstdAmt")).toEqual(amounts);
      const sum = amounts.reduce((total, one) => total + one, 0n);
      expect(all("CtrlSum")).toEqual([sum, sum]);
    }),
    { numRuns: 100 },
  );
});
