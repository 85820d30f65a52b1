import { dunnings } from "@tenantry/db/schema";
import type { Desk } from "../kernel/desk.ts";
import { dueDay, stepAt } from "./schedule.ts";

interface Place {
  agencyId: string;
  distributorId: string;
  resellerId: string;
  customerId: string;
}

/** Sets an invoice that is issued up to be reminded of, in the transaction that issues it. */
export async function beginDunning({ tx, zone }: Desk, place: Place, invoiceId: string, dueAt: Date) {
  const { agencyId, distributorId, resellerId, customerId } = place;
  const countsFrom = dueDay(dueAt, zone);
  const scope = { agencyId, distributorId, resellerId, customerId };
  await tx.insert(dunnings).values({ ...scope, invoiceId, countsFrom, dueAt: stepAt(countsFrom, 1, zone) });
}
