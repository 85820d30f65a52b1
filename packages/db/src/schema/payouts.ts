import { bigint, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, decimal, instant, scopeColumns } from "./columns.ts";

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
    paidCurrency: text("paid_currency"),
    paidMinor: bigint("paid_minor", { mode: "bigint" }),
    exchangeRate: decimal("exchange_rate"),
    exchangeSource: text("exchange_source"),
    worthMinor: bigint("worth_minor", { mode: "bigint" }),
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

export const exchangeRates = pgTable(
  "exchange_rates",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    fromCurrency: text("from_currency").notNull(),
    toCurrency: text("to_currency").notNull(),
    rate: decimal("rate").notNull(),
    source: text("source").notNull(),
    setAt: instant("set_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);
