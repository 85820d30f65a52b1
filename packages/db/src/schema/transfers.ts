import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

export const transfers = pgTable(
  "transfers",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    customerId: uuid("customer_id").notNull(),
    giverId: uuid("giver_id").notNull(),
    receiverId: uuid("receiver_id").notNull(),
    customerName: text("customer_name").notNull(),
    giverName: text("giver_name").notNull(),
    receiverName: text("receiver_name").notNull(),
    state: text("state", { enum: ["requested", "scheduled", "done", "refused", "lapsed"] })
      .notNull()
      .default("requested"),
    requestedAt: instant("requested_at").notNull(),
    lapsesAt: instant("lapses_at").notNull(),
    giverAt: instant("giver_at"),
    receiverAt: instant("receiver_at"),
    customerAt: instant("customer_at"),
    refusedBy: text("refused_by", { enum: ["giver", "receiver", "customer"] }),
    dueAt: instant("due_at"),
    settledAt: instant("settled_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);
