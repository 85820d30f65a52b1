import { sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { mail, mailListInput, mailPage, type mailRow } from "./schemas.ts";

type Row = {
  agency_id: string;
  id: string;
  agency_name: string;
  sender: string;
  kind: string;
  recipient: string;
  subject: string | null;
  state: "queued" | "sent" | "failed" | "dropped";
  failure: string | null;
  created_at: string;
  sent_at: string | null;
};

/** One page of the installation's outbox: searched by recipient and subject, filtered, sorted. */
export const listMails = operatorVerb("mail.list", "query", {
  input: mailListInput,
  output: mailPage,
  run: async (tx, input, ctx) => {
    const pattern = input.search ? likePattern(input.search) : null;
    const { rows, next, previous } = await listPage(ctx, "mail.list", input, async (place, limit) => {
      const found = await tx.execute<
        Row & { place: string }
      >(sql`select * from app.platform_outbox(${pattern},
        ${input.state ?? null}, ${input.sort}, ${place.backwards}, ${place.key}, ${place.id}, ${limit})`);
      return found.rows;
    });
    return { mails: rows.map(show), next, previous };
  },
});

/** One mail as it was sent. Its body is there in demo mode only. */
export const readMail = operatorVerb("mail.read", "query", {
  input: z.strictObject({ agencyId: id, id }),
  output: mail,
  run: async (tx, input) => {
    const { rows } = await tx.execute<Row & { html: string | null; text: string | null }>(
      sql`select * from app.platform_mail(${input.agencyId}, ${input.id})`,
    );
    const row = rows[0];
    if (!row) throw new AppError("not_found");
    return { ...show(row), html: row.html, text: row.text };
  },
});

function show(row: Row): z.infer<typeof mailRow> {
  return {
    agencyId: row.agency_id,
    id: row.id,
    agencyName: row.agency_name,
    sender: row.sender,
    kind: row.kind,
    recipient: row.recipient,
    subject: row.subject,
    state: row.state,
    failure: row.failure,
    createdAt: new Date(row.created_at).toISOString(),
    sentAt: row.sent_at ? new Date(row.sent_at).toISOString() : null,
  };
}
