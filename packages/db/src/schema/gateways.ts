import { boolean, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, bytea, instant, scopeColumns } from "./columns.ts";

export const gatewayAccounts = pgTable(
  "gateway_accounts",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    ...scopeColumns(),
    gatewayId: text("gateway_id").notNull(),
    name: text("name").notNull(),
    charges: boolean("charges").notNull(),
    secretKey: bytea("secret_key").notNull(),
    webhookSecret: bytea("webhook_secret").notNull(),
    connectSecrets: bytea("connect_secrets"),
    keyId: text("key_id").notNull(),
    lastFour: text("last_four").notNull(),
    checkedAt: instant("checked_at").notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId] })],
);

export const connectedAccounts = pgTable(
  "connected_accounts",
  {
    agencyId: agencyId(),
    accountId: uuid("account_id").notNull(),
    ...scopeColumns(),
    platformId: text("platform_id").notNull(),
    gatewayId: text("gateway_id").notNull(),
    charges: boolean("charges").notNull(),
    payouts: boolean("payouts").notNull(),
    due: text("due").array().notNull(),
    chargesReason: text("charges_reason"),
    payoutsReason: text("payouts_reason"),
    isGone: boolean("is_gone").notNull(),
    checkedAt: instant("checked_at").notNull(),
    connectedAt: instant("connected_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.accountId, table.platformId] })],
);

export const testGatewayCalls = pgTable(
  "test_gateway_calls",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    ...scopeColumns(),
    message: jsonb("message").notNull(),
    dueAt: instant("due_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);
