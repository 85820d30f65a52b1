import { paymentLinks } from "@tenantry/db/schema";
import { addDays } from "date-fns";
import { and, eq } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";

/** Days a link goes on after the invoice is due, and after each reminder of it. */
const daysAfterDue = 30;

const endOf = (dueAt: Date, now: Date) => addDays(dueAt > now ? dueAt : now, daysAfterDue);

/** Where a row about a customer stands. */
interface Place {
  agencyId: string;
  distributorId: string;
  resellerId: string;
  customerId: string;
}

/** Makes the link of an invoice. The secret in its address is derived from its id (token.ts). */
export async function newPaymentLink({ tx, now }: Desk, place: Place, invoiceId: string, dueAt: Date) {
  const { agencyId, distributorId, resellerId, customerId } = place;
  const about = { agencyId, distributorId, resellerId, customerId, id: newId(), invoiceId };
  const expiresAt = endOf(dueAt, now);
  const [link] = await tx
    .insert(paymentLinks)
    .values({ ...about, createdAt: now, expiresAt })
    .returning();
  return link!;
}

/** The same link, going on as long as one that is made now. */
export async function renewedLink({ tx, now }: Desk, link: typeof paymentLinks.$inferSelect, dueAt: Date) {
  const expiresAt = endOf(dueAt, now);
  const one = and(eq(paymentLinks.agencyId, link.agencyId), eq(paymentLinks.id, link.id));
  await tx.update(paymentLinks).set({ expiresAt }).where(one);
  return { ...link, expiresAt };
}
