import { paymentLinks } from "@tenantry/db/schema";
import { addDays } from "date-fns";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";

/** Days a link goes on after the invoice is due. */
const daysAfterDue = 30;

/** Where a row about a customer stands. */
interface Place {
  agencyId: string;
  distributorId: string;
  resellerId: string;
  customerId: string;
}

/** Makes the link of an invoice. The secret in its address is derived from its id (token.ts). */
export async function newPaymentLink({ tx, now }: Desk, place: Place, invoiceId: string, dueAt: Date) {
  const from = dueAt > now ? dueAt : now;
  const { agencyId, distributorId, resellerId, customerId } = place;
  const about = { agencyId, distributorId, resellerId, customerId, id: newId(), invoiceId };
  const expiresAt = addDays(from, daysAfterDue);
  const [link] = await tx
    .insert(paymentLinks)
    .values({ ...about, createdAt: now, expiresAt })
    .returning();
  return link!;
}
