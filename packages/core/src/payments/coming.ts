import type { Tx } from "@tenantry/db";
import { invoiceStates, paymentEvents } from "@tenantry/db/schema";
import { addDays, max } from "date-fns";
import { and, eq } from "drizzle-orm";
import { holdDunning, releaseDunning } from "../dunning/hold.ts";
import type { Desk } from "../kernel/desk.ts";
import { asJson } from "../kernel/money.ts";

type Event = typeof paymentEvents.$inferSelect;
type State = typeof invoiceStates.$inferSelect;

/** Days for which a payment that is on its way is waited for: bank debits end well within them, and one that is never told of again holds nothing up. */
const waitDays = 14;

/** A payment is on its way, and young enough to be waited for: nothing is overdue meanwhile. */
export function isAwaited({ comingSince }: Pick<State, "comingSince">, now: Date): boolean {
  return comingSince !== null && addDays(comingSince, waitDays) > now;
}

/** What was told of an invoice's money, the oldest first. */
export function readPaymentEvents(tx: Tx, agencyId: string, invoiceId: string): Promise<Event[]> {
  return tx
    .select()
    .from(paymentEvents)
    .where(and(eq(paymentEvents.agencyId, agencyId), eq(paymentEvents.invoiceId, invoiceId)))
    .orderBy(paymentEvents.receivedAt, paymentEvents.eventId);
}

/** Payments that were begun and not yet told of as paid or declined, whichever was told first. */
export function comingOf(events: readonly Event[]): (Event & { since: Date })[] {
  return events.filter((event): event is Event & { since: Date } => {
    if (event.kind !== "begun") return false;
    return !events.some(
      ({ kind, provider, reference }) =>
        (kind === "paid" || kind === "declined") &&
        provider === event.provider &&
        reference === event.reference,
    );
  });
}

/** The same, as pages tell of it. */
export function shownComing(events: readonly Event[]) {
  return comingOf(events).map(({ provider, currency, amountMinor, since }) => ({
    ...{ provider, currency, since, amountMinor: asJson(amountMinor) },
  }));
}

/**
 * Writes on an invoice whether a payment is on its way, from everything that was told of it by now, and has its reminders wait or go on. The
 * invoice's state is locked. `told` is what is taken up with it.
 */
export async function reckonComing(desk: Desk, state: State, told: readonly Event[]): Promise<void> {
  if (state.comingSince === null && !told.some(({ kind }) => kind === "begun")) return;
  const { tx, agencyId } = desk;
  const { invoiceId } = state;
  const events = await readPaymentEvents(tx, agencyId, invoiceId);
  const coming = comingOf(events);
  const begun = (outcome: "coming" | "noted", { provider, eventId }: Event) =>
    tx
      .update(paymentEvents)
      .set({ outcome })
      .where(
        and(
          eq(paymentEvents.agencyId, agencyId),
          eq(paymentEvents.provider, provider),
          eq(paymentEvents.eventId, eventId),
        ),
      );
  for (const event of events) {
    const outcome = coming.some(({ eventId }) => eventId === event.eventId) ? "coming" : "noted";
    if (event.kind === "begun" && event.outcome !== outcome) await begun(outcome, event);
  }
  const comingSince = coming.length > 0 ? max(coming.map(({ since }) => since)) : null;
  await tx
    .update(invoiceStates)
    .set({ comingSince })
    .where(and(eq(invoiceStates.agencyId, agencyId), eq(invoiceStates.invoiceId, invoiceId)));
  if (comingSince) await holdDunning(desk, invoiceId, addDays(comingSince, waitDays));
  else await releaseDunning(desk, invoiceId);
}
