import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

export const auditEntries = pgTable(
  "audit_entries",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    at: instant("at").notNull().defaultNow(),
    actorKind: text("actor_kind", { enum: ["user", "key", "operator", "job", "anonymous"] }).notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    ...scopeColumns(),
    before: jsonb("before"),
    after: jsonb("after"),
    requestId: text("request_id").notNull(),
    host: text("host"),
    ip: text("ip"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const mails = pgTable(
  "mails",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    /** Null for what goes to a customer or a payer. */
    userId: uuid("user_id"),
    ...scopeColumns(),
    kind: text("kind", {
      enum: [
        ...(["invitation", "password_reset", "password_changed", "bank_account_changed"] as const),
        ...(["second_factor_on", "second_factor_off", "recovery_code_used"] as const),
        ...(["invitation_accepted", "invitation_asked", "reseller_access"] as const),
        ...(["webhook_disabled", "plan_change", "commission_dispute", "transfer"] as const),
        ...(["invoice_issued", "invoice_paid", "invoice_credited", "invoice_reminder"] as const),
      ],
    }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    recipient: text("recipient").notNull(),
    state: text("state", { enum: ["queued", "sent", "failed", "dropped"] })
      .notNull()
      .default("queued"),
    sender: text("sender"),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    providerId: text("provider_id"),
    failure: text("failure"),
    createdAt: instant("created_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);
