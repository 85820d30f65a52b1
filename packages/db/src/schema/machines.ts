import { bigint, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, bytea, instant, scopeColumns } from "./columns.ts";

/** Answers kept for requests that are repeated; encrypted. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    agencyId: agencyId(),
    principal: text("principal").notNull(),
    operation: text("operation").notNull(),
    key: text("key").notNull(),
    ...scopeColumns(),
    fingerprint: bytea("fingerprint").notNull(),
    answer: bytea("answer").notNull(),
    madeAt: instant("made_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.principal, table.operation, table.key] })],
);

/** The audit log's chain: one link per sealed entry. */
export const auditSeals = pgTable(
  "audit_seals",
  {
    agencyId: agencyId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    entryId: uuid("entry_id").notNull(),
    hash: bytea("hash").notNull(),
    sealedAt: instant("sealed_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.seq] })],
);

/** How far an agency's chain goes. */
export const auditHeads = pgTable(
  "audit_heads",
  {
    agencyId: agencyId(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
    mac: bytea("mac").notNull(),
    upto: instant("upto").notNull(),
    sealedAt: instant("sealed_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId] })],
);
