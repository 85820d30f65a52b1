import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { type ChargeLine, draftInvoice } from "../invoices/draft.ts";
import { issueInvoice } from "../invoices/issue.ts";
import type { Desk } from "../kernel/desk.ts";
import type { Subscription } from "../subscriptions/row.ts";
import { chargeOverage } from "./charge.ts";
import type { Reckoning } from "./reckon.ts";
import { writeSteps } from "./write.ts";

/**
 * Invoices `next` and what a buyer pays of what was used, where that is anything, and keeps what was charged. A reseller that pays for its
 * customer finds the customer's name on the lines.
 */
export async function chargeUse(
  desk: Desk,
  row: Subscription,
  buyerId: string,
  next: readonly ChargeLine[],
  used: Reckoning,
): Promise<void> {
  const { lines, steps } = chargeOverage(used, buyerId);
  const { id, customerId, sellerId, currency } = row;
  const usedBy = buyerId === customerId || lines.length === 0 ? undefined : await nameOf(desk, customerId);
  const all = [...next, ...lines.map((line) => ({ ...line, usedBy }))];
  const charge = { customerId: buyerId, sellerId, currency, lines: all };
  const invoice = all.length > 0 ? await issueInvoice(desk, await draftInvoice(desk, charge), id) : undefined;
  const positionOf = (line: number) => next.length + line + 1;
  await writeSteps(desk, row, steps, invoice && { id: invoice.id, positionOf });
}

async function nameOf({ tx, agencyId }: Desk, id: string): Promise<string> {
  const [row] = await tx
    .select({ name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id)));
  return row!.name;
}
