import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agencyId, bytea, instant, scopeColumns } from "./columns.ts";

const roles = { enum: ["owner", "admin", "finance", "support", "viewer", "member"] } as const;

export const users = pgTable(
  "users",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    realmId: uuid("realm_id").notNull(),
    ...scopeColumns(),
    email: text("email").notNull(),
    emailCi: text("email_ci").generatedAlwaysAs("lower(email)"),
    name: text("name").notNull(),
    language: text("language").notNull().default("en"),
    status: text("status", { enum: ["active", "disabled"] })
      .notNull()
      .default("active"),
    mustChangePassword: boolean("must_change_password").notNull().default(false),
    sessionsValidFrom: instant("sessions_valid_from").notNull().defaultNow(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const passwords = pgTable(
  "passwords",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    ...scopeColumns(),
    hash: text("hash").notNull(),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.userId] })],
);

export const memberships = pgTable(
  "memberships",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    accountId: uuid("account_id").notNull(),
    ...scopeColumns(),
    customerId: uuid("customer_id").notNull(),
    role: text("role", roles).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    state: text("state", { enum: ["active", "disabled", "removed"] })
      .notNull()
      .default("active"),
    lastSeenAt: instant("last_seen_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.userId, table.accountId] })],
);

export const sessions = pgTable(
  "sessions",
  {
    agencyId: agencyId(),
    id: text("id").notNull(),
    userId: uuid("user_id").notNull(),
    accountId: uuid("account_id").notNull(),
    host: text("host").notNull(),
    ...scopeColumns(),
    secretHash: bytea("secret_hash").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    ip: text("ip"),
    userAgent: text("user_agent"),
    provedAt: instant("proved_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const invitations = pgTable(
  "invitations",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    userId: uuid("user_id").notNull(),
    ...scopeColumns(),
    email: text("email").notNull(),
    role: text("role", roles).notNull(),
    invitedBy: uuid("invited_by"),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    openedAt: instant("opened_at"),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    askedAt: instant("asked_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const tokens = pgTable(
  "tokens",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    purpose: text("purpose", { enum: ["invitation", "password_reset"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    userId: uuid("user_id").notNull(),
    host: text("host").notNull(),
    ...scopeColumns(),
    secretHash: bytea("secret_hash").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    agencyId: agencyId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    ...scopeColumns(),
    name: text("name").notNull(),
    nameCi: text("name_ci").generatedAlwaysAs("lower(name)"),
    prefix: text("prefix").notNull(),
    secretHash: bytea("secret_hash").notNull(),
    previousSecretHash: bytea("previous_secret_hash"),
    previousValidUntil: instant("previous_valid_until"),
    rotatedAt: instant("rotated_at"),
    scopes: text("scopes").array().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    lastUsedIp: text("last_used_ip"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.id] })],
);

export const throttles = pgTable(
  "throttles",
  {
    agencyId: agencyId(),
    key: text("key").notNull(),
    ...scopeColumns(),
    hits: integer("hits").notNull(),
    windowEndsAt: instant("window_ends_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.key] })],
);

export const secondFactors = pgTable(
  "second_factors",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    ...scopeColumns(),
    keyId: text("key_id").notNull(),
    secret: bytea("secret").notNull(),
    lastStep: bigint("last_step", { mode: "number" }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.userId] })],
);

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    codeHash: bytea("code_hash").notNull(),
    ...scopeColumns(),
    usedAt: instant("used_at"),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.userId, table.codeHash] })],
);

export const noticeChoices = pgTable(
  "notice_choices",
  {
    agencyId: agencyId(),
    userId: uuid("user_id").notNull(),
    kind: text("kind", {
      enum: [
        ...(["invitation_accepted", "invitation_asked", "reseller_access"] as const),
        ...(["webhook_disabled", "plan_change", "commission_dispute", "transfer"] as const),
      ],
    }).notNull(),
    ...scopeColumns(),
    wanted: boolean("wanted").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.userId, table.kind] })],
);
