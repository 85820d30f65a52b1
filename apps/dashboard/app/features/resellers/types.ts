import type { BadgeTone } from "../../ui/badge.tsx";
import type { SparkDrawing } from "../../ui/chart/spark.tsx";
import type { Stat } from "../../ui/stat-card.tsx";
import type { PlanSummary } from "../plans/types.ts";

export type { ResellerNeed } from "@tenantry/core/attention/schemas";
export type ResellerType = "own_plans" | "commission";
export const resellerStatuses = ["active", "sales_stopped", "inactive", "stopped"] as const;
export type ResellerStatus = (typeof resellerStatuses)[number];

export const statusTones: Record<ResellerStatus, BadgeTone> = {
  active: "ok",
  sales_stopped: "warn",
  inactive: "none",
  stopped: "danger",
};

/** Whether its people can sign in. */
export function letsPeopleIn(status: ResellerStatus): boolean {
  return status === "active" || status === "sales_stopped";
}

/** The state a form or an address asks for; anything else is the portal's lock. */
export function statusOf(value: unknown): ResellerStatus {
  return resellerStatuses.find((one) => one === value) ?? "inactive";
}

export interface ResellerRow {
  id: string;
  name: string;
  email: string;
  type: ResellerType;
  plan: PlanSummary | null;
  /** Instant. */
  joinedAt: string;
  status: ResellerStatus;
}

/** A row of the list: what it does, beside who it is. */
export interface ListedReseller extends ResellerRow {
  /** Counted up to 1,000. */
  customers: number;
  /** Units of the agency's first meter this month, and what the plan includes of it. */
  used: number;
  included: number | null;
  /** Instant; null when nobody was there lately. */
  lastSeenAt: string | null;
  /** Instant; set once it was deleted. */
  archivedAt: string | null;
  /** Whom it hangs on, where that is not whoever looks. */
  upline: { id: string; name: string } | null;
}

/** One overview card: numbers only, the words are made where they are shown. */
export interface OverviewCard {
  card: "resellers" | "messages" | "whatsapp_messages" | "team_members";
  value: number;
  /** The same span of the period before; undefined = there was none. */
  before?: number;
  included?: number;
  /** drawSpark() of both periods. */
  spark?: SparkDrawing;
  to: Stat["to"];
}

/** Whom a reseller hangs on. */
export interface Upline {
  id: string;
  kind: "distributor" | "reseller";
  name: string;
}

/** What the signed-in person may do here: what is false is not offered. */
export interface ResellerRights {
  /** The agency's own: plans, types, brands, teams, files, saved views and runs over many are not an upline's. */
  ofAgency: boolean;
  /** Ways of stopping a reseller. */
  stopModes: readonly ResellerStatus[];
  create: boolean;
  edit: boolean;
  toggle: boolean;
  archive: boolean;
  erase: boolean;
}
