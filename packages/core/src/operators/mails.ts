import { sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { openCursor, signCursor } from "../kernel/cursor.ts";
import { AppError } from "../kernel/errors.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { mail, mailRow } from "./schemas.ts";

const binding = "mail.list";
const newestPlace = ["9999-12-31T00:00:00Z", "ffffffff-ffff-ffff-ffff-ffffffffffff"];

type Row = {
  agency_id: string;
  id: string;
  agency_name: string;
  sender: string;
  kind: string;
  recipient: string;
  subject: string | null;
  state: "queued" | "sent" | "failed";
  failure: string | null;
  created_at: string;
  sent_at: string | null;
};

/** The installation's outbox, newest first. */
export const listMails = operatorVerb("mail.list", "query", {
  input: z.strictObject({
    cursor: z.string().max(1_000, "too_long").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ mails: z.array(mailRow), next: z.string().nullable() }),
  run: async (tx, { cursor, limit }, { app: { config } }) => {
    const [at, lastId] = cursor ? openCursor(config.secret, binding, cursor) : newestPlace;
    const { rows } = await tx.execute<Row>(
      sql`select * from app.platform_outbox(${at}, ${lastId}, ${limit + 1})`,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      mails: page.map(show),
      next: last ? signCursor(config.secret, binding, [last.created_at, last.id]) : null,
    };
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
