import { Resend } from "resend";

export interface OutgoingMail {
  /** Display name of the sender: the tenant's. */
  fromName: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  attachment?: { filename: string; file: Buffer };
  /** Keeps a retried job from sending twice. */
  idempotencyKey: string;
}

/** Hands a mail on. Throws when it was not taken, so that the job is tried again. Answers the carrier's id. */
export type MailTransport = (mail: OutgoingMail) => Promise<string | null>;

export interface ResendOptions {
  key: string;
  /** The address mails come from, e.g. "mail@example.com". */
  from: string;
  /** Another server that speaks Resend's API; for tests over real HTTP. */
  baseUrl?: string;
}

/** Mails by Resend. It answers with an error object where others throw. */
export function resendTransport({ key, from, baseUrl }: ResendOptions): MailTransport {
  const resend = new Resend(key, baseUrl ? { baseUrl } : undefined);
  return async ({ fromName, to, subject, html, text, attachment, idempotencyKey }) => {
    const attachments = attachment && [
      { filename: attachment.filename, content: attachment.file.toString("base64") },
    ];
    const { data, error } = await resend.emails.send(
      { from: `${quoteName(fromName)} <${from}>`, to, subject, html, text, attachments },
      { idempotencyKey },
    );
    if (error) throw new Error(`Resend refused the mail: ${error.name}`);
    return data?.id ?? null;
  };
}

/** Without a mail key a mail goes no further than the outbox in the database. */
export const outboxTransport: MailTransport = async () => null;

/** A display name cannot end its header or begin another one. */
function quoteName(name: string): string {
  return `"${name.replace(/[\r\n"\\]/g, " ")}"`;
}
