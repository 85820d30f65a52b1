import { commissions, type invoices, mails, payments, refunds } from "@tenantry/db/schema";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { readDunning } from "../dunning/read.ts";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import { shownLink } from "../payment-links/show.ts";
import { currentLink } from "../payment-links/url.ts";
import { readPaymentEvents, shownComing } from "../payments/coming.ts";
import { surplusesOf } from "../payments/surplus.ts";
import { buyerAddress, type DocumentMail } from "./mail.ts";
import type { Paper } from "./paper.ts";

type Invoice = typeof invoices.$inferSelect;

/** Everything that hangs on an invoice; of a credit note, what it took from. */
export async function readParts(run: Run, { invoice, related }: Paper) {
  const { tx } = run;
  const { agencyId, id } = invoice;
  const codeOf = (of: string | null) => {
    const found = related.find((one) => one.id === of);
    return found ? { id: found.id, code: found.code } : null;
  };
  const moved = await tx
    .select()
    .from(payments)
    .where(
      and(eq(payments.agencyId, agencyId), or(eq(payments.invoiceId, id), eq(payments.creditNoteId, id))),
    )
    .orderBy(asc(payments.at), asc(payments.id));
  return {
    credits: codeOf(invoice.invoiceId),
    payments: moved.map(
      ({ kind, provider, reference, amountMinor, currency, payerEmail, at, creditNoteId }) => ({
        ...{ kind, provider, reference, currency, payerEmail, at },
        amountMinor: asJson(amountMinor),
        creditNote: codeOf(creditNoteId),
      }),
    ),
    surpluses: surplusesOf(moved).map(({ id: surplusId, provider, reference, currency, leftMinor, at }) => ({
      ...{ id: surplusId, provider, reference, currency, at },
      leftMinor: asJson(leftMinor),
    })),
    decisions: await readDecisions(
      run,
      invoice,
      moved.map((one) => one.id),
    ),
    refunds: await readRefunds(run, id),
    link: await readLink(run, id),
    mailedTo: await buyerAddress({ tx, agencyId }, invoice.customerId),
    dunning: await readDunning(tx, agencyId, id, run.ctx.tenant.billingZone),
    mails: await readMails(run, agencyId, id),
    ...(await readEvents(run, id)),
  };
}

async function readDecisions({ tx }: Run, { agencyId }: Invoice, paymentIds: string[]) {
  if (paymentIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(commissions)
    .where(and(eq(commissions.agencyId, agencyId), inArray(commissions.paymentId, paymentIds)))
    .orderBy(asc(commissions.at), asc(commissions.position));
  return rows.map(
    ({ position, outcome, reason, rateSource, rateBps, baseMinor, amountMinor, at, payableAt }) => ({
      ...{ position, outcome, at, payableAt, rateBps },
      // Written by decide() and the taking back alone.
      reason,
      source: rateSource,
      baseMinor: asJson(baseMinor),
      amountMinor: asJson(amountMinor),
    }),
  );
}

/** What a gateway was asked to give back and has not, the oldest first. */
async function readRefunds({ tx, ctx }: Run, invoiceId: string) {
  const rows = await tx
    .select()
    .from(refunds)
    .where(
      and(
        eq(refunds.agencyId, ctx.tenant.agencyId),
        eq(refunds.invoiceId, invoiceId),
        inArray(refunds.state, ["asked", "failed"]),
      ),
    )
    .orderBy(asc(refunds.askedAt), asc(refunds.id));
  return rows.map(({ id, surplusId, amountMinor, currency, reason, state, failure, askedAt }) => ({
    ...{ id, surplusId, currency, reason, failure, askedAt, amountMinor: asJson(amountMinor) },
    state: state === "asked" ? ("asked" as const) : ("failed" as const),
  }));
}

async function readLink(run: Run, invoiceId: string) {
  const link = await currentLink({ tx: run.tx, agencyId: run.ctx.tenant.agencyId }, invoiceId);
  return link ? shownLink(run, link) : null;
}

/** The mails about it, in the order in which they were made. */
async function readMails({ tx }: Run, agencyId: string, id: string) {
  const rows = await tx
    .select({ id: mails.id, kind: mails.kind, recipient: mails.recipient, state: mails.state })
    .from(mails)
    .where(and(eq(mails.agencyId, agencyId), eq(mails.subjectId, id)))
    .orderBy(asc(mails.createdAt), asc(mails.recipient), asc(mails.id));
  // A document is the subject of no other kind.
  return rows as (Omit<(typeof rows)[number], "kind"> & { kind: DocumentMail })[];
}

/** What was told and not acted on: it waits, or it could not be. */
async function readEvents({ tx, ctx }: Run, invoiceId: string) {
  const events = await readPaymentEvents(tx, ctx.tenant.agencyId, invoiceId);
  const paid = events.some(({ outcome, kind }) => outcome === "applied" && kind === "paid");
  const isKnown = (payment: string) =>
    events.some(({ kind, reference }) => kind === "paid" && reference === payment);
  const odd = ["already_paid", "wrong_amount"];
  return {
    // Money that is said to have gone back waits until some came in, however long that takes.
    pending: events.some(
      ({ outcome, kind, ofPayment }) =>
        outcome === null &&
        (kind === "paid" || (kind !== "begun" && paid && (!ofPayment || isKnown(ofPayment)))),
    ),
    coming: shownComing(events),
    odd: events
      .filter(({ outcome }) => outcome && odd.includes(outcome))
      .map(({ outcome, kind, reference, currency, amountMinor }) => ({
        outcome: outcome!,
        ...{ kind, reference, currency },
        amountMinor: asJson(amountMinor),
      })),
  };
}
