import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
import { letters } from "../testing/agency.ts";
import { commandLine } from "../testing/context.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { listMails } from "./mails.ts";

let app: TestApp;
let operator: Ctx;
let agencies: Agency[];
beforeAll(async () => {
  app = await openTestApp();
  agencies = [await newAgency(app), await newAgency(app)];
  operator = commandLine(app);
});
afterAll(() => app.close());

/** Mails of both agencies in turn; those made together share their moment to the microsecond. */
async function mailsTo(recipients: string[], facts: { state?: string; subject?: string } = {}) {
  for (const [at, recipient] of recipients.entries()) {
    const { id } = agencies[at % 2]!;
    await app.admin.query(
      `insert into mails (agency_id, id, account_id, user_id, distributor_id, reseller_id, kind, subject_id, recipient, state,
         subject, created_at)
       select $1, $2, $1, u.id, $1, $1, 'invitation', $1, $3, $4, $5, '2026-01-01T00:00:00.000001Z'::timestamptz + $6 * interval '1 second'
       from users u where u.agency_id = $1 limit 1`,
      [id, newId(), recipient, facts.state ?? "queued", facts.subject ?? null, Math.floor(at / 2)],
    );
  }
}

type Question = Parameters<typeof listMails>[1];
const to = ({ mails }: Awaited<ReturnType<typeof listMails>>) => mails.map(({ recipient }) => recipient);

it("pages both ways through the mails of all agencies, newest or oldest first", async () => {
  const group = letters(12);
  await mailsTo(Array.from({ length: 7 }, (_, at) => `${at}@${group}.example`));
  for (const sort of ["-made", "made"] as const) {
    const question: Question = { search: group, sort, limit: 3 };
    const first = await listMails(operator, question);
    const second = await listMails(operator, { ...question, cursor: first.next! });
    const third = await listMails(operator, { ...question, cursor: second.next! });
    expect([first.previous, third.next]).toEqual([null, null]);
    const all = [first, second, third].flatMap(to);
    expect(all.toSorted()).toEqual(Array.from({ length: 7 }, (_, at) => `${at}@${group}.example`));
    const moments = [first, second, third].flatMap(({ mails }) => mails.map(({ createdAt }) => createdAt));
    expect(moments).toEqual(sort === "made" ? moments.toSorted() : moments.toSorted().toReversed());
    const back = await listMails(operator, { ...question, cursor: third.previous! });
    expect(to(back)).toEqual(to(second));
    expect(to(await listMails(operator, { ...question, cursor: back.previous! }))).toEqual(to(first));
  }
});

it("finds by recipient and subject, and filters by state", async () => {
  const [one, other] = [letters(12), letters(12)];
  await mailsTo([`Ann@${one}.example`], { state: "sent", subject: `Welcome to ${other}` });
  await mailsTo([`bob@${other}.example`], { state: "failed" });
  const found = async (question: Question) => to(await listMails(operator, question));
  expect(await found({ search: `ann@${one}` })).toEqual([`Ann@${one}.example`]);
  expect(await found({ search: other.toUpperCase(), sort: "made" })).toHaveLength(2);
  expect(await found({ search: other, state: "failed" })).toEqual([`bob@${other}.example`]);
  expect(await found({ search: other, state: "sent" })).toEqual([`Ann@${one}.example`]);
  expect(await found({ search: other, state: "queued" })).toEqual([]);
  expect(await found({ search: `${one}%example` })).toEqual([]);
  // Without a subject yet a mail is shown by its kind, and found by it.
  const waiting = letters(12);
  await mailsTo([`invitation@${waiting}.example`, `other@${waiting}.example`]);
  const kinds = await listMails(operator, { search: "INVITATION", limit: 100, state: "queued" });
  expect(to(kinds)).toContain(`other@${waiting}.example`);
});
