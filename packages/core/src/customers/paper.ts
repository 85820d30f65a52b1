import { type accounts, customers } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";

type Paper = Pick<typeof customers.$inferSelect, "type" | "address" | "taxId">;

/** How invoices name a customer, and what type it is. */
export async function readPaper({ tx, ctx }: Run, id: string): Promise<Paper | undefined> {
  const [row] = await tx
    .select({ type: customers.type, address: customers.address, taxId: customers.taxId })
    .from(customers)
    .where(and(eq(customers.agencyId, ctx.tenant.agencyId), eq(customers.id, id)));
  return row;
}

/** Writes of it what is given; invoices that were issued keep what they copied. */
export async function writePaper(
  { tx }: Run,
  { agencyId, id, distributorId, resellerId }: typeof accounts.$inferSelect,
  { type, address, taxId }: Partial<Paper>,
): Promise<void> {
  if (type === undefined && address === undefined && taxId === undefined) return;
  const set = { type, address, taxId };
  await tx
    .insert(customers)
    .values({ agencyId, id, customerId: id, distributorId, resellerId, ...set })
    .onConflictDoUpdate({ target: [customers.agencyId, customers.id], set });
}
