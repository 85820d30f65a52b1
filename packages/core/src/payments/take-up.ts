import { inTenant } from "@tenantry/db";
import { invoiceStates, invoices, paymentEvents, payments } from "@tenantry/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import type pg from "pg";
import { isOwed } from "../invoices/state.ts";
import { type Desk, openDesk } from "../kernel/desk.ts";
import { reckonComing } from "./coming.ts";
import { settlePaid } from "./settle-paid.ts";
import { settleRefund } from "./settle-refund.ts";
import { settleSurplus, settleSurplusBack } from "./surplus.ts";

type Event = typeof paymentEvents.$inferSelect;
export type Invoice = typeof invoices.$inferSelect;
type State = typeof invoiceStates.$inferSelect;
type Outcome = NonNullable<Event["outcome"]>;

/**
 * Acts on everything told of an invoice's money that waits, in the order that makes sense: what comes in before what goes back,
 * however they arrived. Each event is acted on once; whoever comes at the same time waits for the invoice's state.
 */
export async function takeUpPayments(pool: pg.Pool, agencyId: string, invoiceId: string): Promise<void> {
  const scope = { agency: agencyId, kind: "agency", account: agencyId } as const;
  await inTenant(pool, scope, async (tx) => {
    const [state] = await tx
      .select()
      .from(invoiceStates)
      .where(and(eq(invoiceStates.agencyId, agencyId), eq(invoiceStates.invoiceId, invoiceId)))
      .for("update");
    if (!state) return;
    const [invoice] = await tx
      .select()
      .from(invoices)
      .where(and(eq(invoices.agencyId, agencyId), eq(invoices.id, invoiceId)));
    const waiting = await tx
      .select()
      .from(paymentEvents)
      .where(
        and(
          eq(paymentEvents.agencyId, agencyId),
          eq(paymentEvents.invoiceId, invoiceId),
          isNull(paymentEvents.outcome),
        ),
      )
      .orderBy(asc(paymentEvents.receivedAt), asc(paymentEvents.eventId));
    const desk = await openDesk(tx, agencyId);
    let now = state;
    for (const event of inOrder(waiting)) {
      const { outcome, after } = await settle(desk, invoice!, now, event);
      now = after;
      if (outcome) await note(desk, event, outcome);
    }
    await reckonComing(desk, state, waiting);
  });
}

/** What comes in goes first: a refund can only be of what was paid. */
function inOrder(events: Event[]): Event[] {
  const goesBack = ({ kind }: Event) => kind === "refunded" || kind === "charged_back";
  return [...events.filter((event) => !goesBack(event)), ...events.filter(goesBack)];
}

/** What comes of one event. Without an outcome it waits: money can only go back once it has come in. */
async function settle(
  desk: Desk,
  invoice: Invoice,
  state: State,
  event: Event,
): Promise<{ outcome?: Outcome; after: State }> {
  // What is on its way is reckoned from everything that was told.
  if (event.kind === "begun") return { after: state };
  if (event.kind === "declined") return { outcome: "noted", after: state };
  if (event.kind === "paid") {
    if (isOwed(state) && event.currency === invoice.currency && event.amountMinor === invoice.totalMinor)
      return { outcome: "applied", after: await settlePaid(desk, invoice, state, event) };
    await settleSurplus(desk, invoice, event);
    const isTwice = state.state === "paid" && event.currency === invoice.currency;
    return { outcome: isTwice ? "already_paid" : "wrong_amount", after: state };
  }
  const outcome = await settleSurplusBack(desk, invoice, event);
  if (outcome) return { outcome, after: state };
  if (event.currency !== invoice.currency) return { outcome: "wrong_amount", after: state };
  if (state.state !== "paid" || !(await isOfItsPayment(desk, event))) return { after: state };
  const left = invoice.totalMinor - state.refundedMinor;
  const amount = event.kind === "charged_back" ? left : event.amountMinor;
  if (amount <= 0n || amount > left) return { outcome: "wrong_amount", after: state };
  return { outcome: "applied", after: await settleRefund(desk, invoice, state, { event, amount }) };
}

/** A gateway may tell that another payment went back before it tells that one came. */
async function isOfItsPayment({ tx, agencyId }: Desk, { invoiceId, provider, ofPayment }: Event) {
  if (!ofPayment) return true;
  const [payment] = await tx
    .select()
    .from(payments)
    .where(
      and(eq(payments.agencyId, agencyId), eq(payments.invoiceId, invoiceId), eq(payments.kind, "payment")),
    );
  return payment?.provider === provider && payment.reference === ofPayment;
}

async function note({ tx, agencyId }: Desk, { provider, eventId }: Event, outcome: Outcome): Promise<void> {
  await tx
    .update(paymentEvents)
    .set({ outcome })
    .where(
      and(
        eq(paymentEvents.agencyId, agencyId),
        eq(paymentEvents.provider, provider),
        eq(paymentEvents.eventId, eventId),
      ),
    );
}
