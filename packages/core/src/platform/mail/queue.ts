import type { Tx } from "@tenantry/db";
import type { mails } from "@tenantry/db/schema";
import { enqueue } from "../../jobs/enqueue.ts";
import { newId } from "../../kernel/ids.ts";

export type MailKind = (typeof mails.$inferSelect)["kind"];

interface MailTo {
  /** Given by a job that may be taken twice, so that it can see that it has been. */
  id?: string;
  agencyId: string;
  distributorId: string;
  resellerId: string;
  /** The account whose brand and host the mail carries. */
  accountId: string;
  /** Null for who has no account of their own. */
  userId: string | null;
  kind: MailKind;
  /** What the mail is about: an invitation, the user, an invoice or credit note. */
  subjectId: string;
  recipient: string;
}

const insertSql = `
  insert into mails (agency_id, id, account_id, user_id, distributor_id, reseller_id, kind, subject_id, recipient)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Queues a mail in this transaction; it is rendered and sent after commit. Links are minted then, not here. */
export async function queueMail(tx: Tx, mail: MailTo): Promise<string> {
  const {
    id = newId(),
    agencyId,
    accountId,
    userId,
    distributorId,
    resellerId,
    kind,
    subjectId,
    recipient,
  } = mail;
  const values = [agencyId, id, accountId, userId, distributorId, resellerId, kind, subjectId, recipient];
  await Promise.all([tx.named("insert_mail", insertSql, values), enqueue(tx, "mail.send", { mailId: id })]);
  return id;
}
