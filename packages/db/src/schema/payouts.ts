import { bigint, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

export const payouts = pgTable(
  "payouts",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    code: text("code").notNull(),
    currency: text("currency").notNull(),
    amountMinor: bigint("amount_minor", { mode: "bigint" }).notNull(),
    lines: integer("lines").notNull(),
    cutOff: instant("cut_off").notNull(),
    state: text("state", { enum: ["draft", "sent", "completed", "failed", "cancelled"] })
      .notNull()
      .default("draft"),
    reference: text("reference").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    settledAt: instant("settled_at"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const payoutLines = pgTable(
  "payout_lines",
  {
    agencyId: agencyId(),
    payoutId: uuid("payout_id").notNull(),
    commissionId: uuid("commission_id").notNull(),
    ...scopeColumns(),
    releasedAt: instant("released_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.payoutId, table.commissionId] })],
);
