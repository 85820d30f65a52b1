import { date, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant, scopeColumns } from "./columns.ts";

export const dunnings = pgTable(
  "dunnings",
  {
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    ...scopeColumns(),
    customerId: uuid("customer_id").notNull(),
    countsFrom: date("counts_from").notNull(),
    step: smallint("step").notNull().default(0),
    dueAt: instant("due_at"),
    pausedAt: instant("paused_at"),
    pausedWhy: text("paused_why"),
    pastDueAt: instant("past_due_at"),
    endedAt: instant("ended_at"),
    heldUntil: instant("held_until"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.invoiceId] })],
);

export const dunningSteps = pgTable(
  "dunning_steps",
  {
    agencyId: agencyId(),
    invoiceId: uuid("invoice_id").notNull(),
    step: smallint("step").notNull(),
    ...scopeColumns(),
    customerId: uuid("customer_id").notNull(),
    at: instant("at").notNull(),
    mailId: uuid("mail_id"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.invoiceId, table.step] })],
);
