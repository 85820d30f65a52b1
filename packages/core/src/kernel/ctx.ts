import type { Scope } from "@tenantry/db";
import type pg from "pg";
import type { Delegation } from "../delegations/rules.ts";
import type { AccountKind, Role } from "../roles.ts";
import type { AccountStatus } from "../tenancy/stop-modes.ts";
import type { Repeatable } from "./idempotency.ts";

/** What one process shares: the pool, the parsed configuration, the log. Made once by an entry point. */
export interface App {
  pool: pg.Pool;
  config: Config;
  log: Log;
}

/** Parsed once by entry points; nothing below reads the environment. */
export interface Config {
  /** Domain under which agencies and resellers get their hosts, e.g. "localhost". */
  base: string;
  scheme: "http" | "https";
  /** Port people see, e.g. 3000; undefined where it is the scheme's own. */
  publicPort?: number;
  /** Signs cursors; keys for what is encrypted are derived from it. At least 32 bytes. */
  secret: string;
  /** No mail key and loopback only: mails stay readable in the outbox, the welcome page is open. */
  demo: boolean;
  /** Addresses of proxies whose X-Forwarded-* may be believed. */
  trustedProxies: string[];
  /** API requests one key may make in a minute, of one process; other limits follow from it. */
  requestsPerMinute: number;
  /** host:port pairs that may be called without https and inside the own network; none but for tests and demos. */
  egressAllowed: readonly string[];
  /** Another server that speaks Stripe's API; for tests over real HTTP. */
  stripeBaseUrl?: string;
}

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** The host a request came to, and whose it is. */
export interface Tenant {
  host: string;
  agencyId: string;
  agencyName: string;
  agencyStatus: "active" | "suspended";
  agencyMode: "live" | "test";
  clockOffsetMs: number;
  /** IANA zone in which the agency's days begin, e.g. "Europe/Lisbon". */
  billingZone: string;
  isDemo: boolean;
  accountId: string;
  kind: AccountKind;
  /** A reseller that sells under plans of its own, to customers of its own. */
  sellsOwnPlans: boolean;
  name: string;
  status: AccountStatus;
  archived: boolean;
  language: string;
  distributorId: string;
  resellerId: string;
  /** Brand colour, "#rrggbb". */
  color: string;
  supportEmail: string | null;
  /** ISO country of the agency; where its phone numbers start. */
  agencyCountry: string;
  /** Whom a reseller's people write to when they cannot get in: its upline, where one is there, or the agency. */
  caretakerEmail: string | null;
  /** What the agency lets it do with resellers of its own; null for who has none. */
  delegation: Delegation | null;
  /** The agency asks its own people for a second step; true on its own host only. */
  secondFactorRequired: boolean;
}

export interface UserActor {
  kind: "user";
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  language: string;
  role: Role;
  accountId: string;
  accountKind: AccountKind;
  /** How many accounts of this host the person is in; with more than one they can go over from one to another. */
  accounts: number;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  /** When this session last proved who it is, by password or code. */
  provedAt: Date;
}

export interface KeyActor {
  kind: "key";
  keyId: string;
  name: string;
  scopes: string[];
  accountId: string;
  accountKind: AccountKind;
  creatorId: string;
  creatorRole: Role;
}

/** Who acts. A closed union, so that every switch over it is complete and the audit always has a name. */
export type Actor =
  | { kind: "anonymous" }
  | UserActor
  | KeyActor
  | { kind: "operator"; operatorId: string; sessionId: string; name: string; email: string }
  | { kind: "job"; name: string };

/** Everything a verb may know of its request. Frozen when the request is opened. */
export interface Ctx {
  app: App;
  requestId: string;
  /** Undefined on the operator's host. */
  tenant?: Tenant;
  actor: Actor;
  /** What the transaction enters; undefined on the operator's host. */
  scope?: Scope;
  /** Business time: the database's now plus a test agency's clock offset. */
  now: Date;
  /** Security time: the database's now. Sessions, tokens and audit go by it. */
  securityNow: Date;
  ip: string;
  userAgent: string;
  /** The request may be told again under this key, and is done once. */
  repeatable?: Repeatable;
}
