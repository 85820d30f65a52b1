import type { BadgeTone } from "../../ui/badge.tsx";

export const distributorStatuses = ["active", "inactive", "archived"] as const;
export type DistributorStatus = (typeof distributorStatuses)[number];

export const distributorTones: Record<DistributorStatus, BadgeTone> = {
  active: "ok",
  inactive: "none",
  archived: "none",
};

export interface DistributorRow {
  id: string;
  name: string;
  email: string;
  status: DistributorStatus;
  /** Instant. */
  joinedAt: string;
  /** Live resellers beneath it, and how many there may be; null = any number. */
  resellers: number;
  maximum: number | null;
}
