import { date, integer, pgTable, primaryKey, text, uuid, varchar } from "drizzle-orm/pg-core";
import { agencyId, bytea, instant, scopeColumns } from "./columns.ts";

/** Where an account wants to be told. */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    ...scopeColumns(),
    url: text("url").notNull(),
    urlCi: text("url_ci").generatedAlwaysAs("lower(url)"),
    description: text("description").notNull().default(""),
    search: text("search").generatedAlwaysAs("lower(url || ' ' || description)"),
    eventTypes: text("event_types").array().notNull(),
    secret: bytea("secret").notNull(),
    secretKeyId: text("secret_key_id").notNull(),
    previousSecret: bytea("previous_secret"),
    previousSecretKeyId: text("previous_secret_key_id"),
    previousValidUntil: instant("previous_valid_until"),
    rotatedAt: instant("rotated_at"),
    disabledAt: instant("disabled_at"),
    disabledWhy: text("disabled_why", { enum: ["by_hand", "gone", "failing"] }),
    lastSuccessAt: instant("last_success_at"),
    lastFailureAt: instant("last_failure_at"),
    failingSince: instant("failing_since"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

/** One message to one endpoint. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    endpointId: uuid("endpoint_id").notNull(),
    ...scopeColumns(),
    type: text("type").notNull(),
    aboutId: uuid("about_id"),
    body: text("body").notNull(),
    state: text("state", { enum: ["pending", "succeeded", "failed"] })
      .notNull()
      .default("pending"),
    createdAt: instant("created_at").notNull().defaultNow(),
    dueAt: instant("due_at").notNull().defaultNow(),
    leasedUntil: instant("leased_until"),
    tries: integer("tries").notNull().default(0),
    step: integer("step").notNull().default(0),
    lastStatus: integer("last_status"),
    lastFailure: text("last_failure"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

/** One time it was sent. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    agencyId: agencyId(),
    deliveryId: uuid("delivery_id").notNull(),
    number: integer("number").notNull(),
    ...scopeColumns(),
    at: instant("at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    status: integer("status"),
    failure: text("failure"),
    answer: text("answer"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.deliveryId, table.number] })],
);

/** A cap that was told of. */
export const webhookCaps = pgTable(
  "webhook_caps",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    meter: varchar("meter", { length: 40 }).notNull(),
    month: date("month").notNull(),
    cap: text("cap", { enum: ["soft", "hard"] }).notNull(),
    toldAt: instant("told_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.agencyId, table.accountId, table.meter, table.month, table.cap] }),
  ],
);
