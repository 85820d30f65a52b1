import { accounts, type invoices, payments, resellers } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";
import { type MailKind, queueMail } from "../platform/mail/queue.ts";
import { frontOf } from "./front.ts";

type Document = Pick<
  typeof invoices.$inferSelect,
  "id" | "agencyId" | "distributorId" | "resellerId" | "customerId"
>;

export const documentMails = [
  "invoice_issued",
  "invoice_paid",
  "invoice_credited",
  "invoice_reminder",
] as const satisfies readonly MailKind[];
export type DocumentMail = (typeof documentMails)[number];

/**
 * Queues mails about a document, in this transaction, to everybody named who has an address: nobody twice. They carry the brand
 * and host of the buyer's front. Answers the mails' ids.
 */
export async function mailAbout(
  { tx }: Pick<Desk, "tx">,
  document: Document,
  kind: DocumentMail,
  addresses: readonly (string | null)[],
): Promise<string[]> {
  const { id: subjectId, agencyId, distributorId, resellerId } = document;
  const recipients = new Map(addresses.flatMap((one) => (one ? [[one.toLowerCase(), one]] : [])));
  const ids: string[] = [];
  for (const recipient of recipients.values()) {
    const mail = { agencyId, distributorId, resellerId, accountId: frontOf(document), userId: null };
    ids.push(await queueMail(tx, { ...mail, kind, subjectId, recipient }));
  }
  return ids;
}

/** Where a buyer's invoices go: a reseller's to its contact person. Null where a customer has no address. */
export async function buyerAddress({ tx, agencyId }: Pick<Desk, "tx" | "agencyId">, customerId: string) {
  const [buyer] = await tx
    .select({ email: accounts.email, contact: resellers.contactEmail })
    .from(accounts)
    .leftJoin(resellers, and(eq(resellers.agencyId, accounts.agencyId), eq(resellers.id, accounts.id)))
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, customerId)));
  return buyer?.contact ?? buyer?.email ?? null;
}

/** The address that was left when an invoice was paid. */
export async function payerAddress({ tx, agencyId }: Pick<Desk, "tx" | "agencyId">, invoiceId: string) {
  const [payment] = await tx
    .select({ email: payments.payerEmail })
    .from(payments)
    .where(
      and(eq(payments.agencyId, agencyId), eq(payments.invoiceId, invoiceId), eq(payments.kind, "payment")),
    );
  return payment?.email ?? null;
}
