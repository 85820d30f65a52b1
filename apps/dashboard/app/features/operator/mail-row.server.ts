import type { listMails } from "@tenantry/core/operators/mails";
import type { MailRow } from "./types.ts";

type Mail = Awaited<ReturnType<typeof listMails>>["mails"][number];

/** A mail as the outbox shows it. Without a mail service "sent" means: it went no further than here. */
export function mailRow(
  { agencyId, id, recipient, sender, subject, kind, createdAt, state }: Mail,
  demo: boolean,
): MailRow {
  return {
    id: `${agencyId}/${id}`,
    to: recipient,
    from: sender,
    subject: subject ?? kind,
    createdAt,
    state: state === "sent" && demo ? "outbox" : state,
  };
}
