import type { Tx } from "@tenantry/db";
import { mails } from "@tenantry/db/schema";
import { enqueue } from "../../jobs/enqueue.ts";
import { newId } from "../../kernel/ids.ts";

interface MailTo {
  agencyId: string;
  distributorId: string;
  resellerId: string;
  /** The account whose brand and host the mail carries. */
  accountId: string;
  userId: string;
  kind: "invitation" | "password_reset" | "password_changed";
  /** What the mail is about: an invitation, or the user. */
  subjectId: string;
  recipient: string;
}

/** Queues a mail in this transaction; it is rendered and sent after commit. Links are minted then, not here. */
export async function queueMail(tx: Tx, mail: MailTo): Promise<string> {
  const id = newId();
  await tx.insert(mails).values({ ...mail, id });
  await enqueue(tx, "mail.send", { mailId: id });
  return id;
}
