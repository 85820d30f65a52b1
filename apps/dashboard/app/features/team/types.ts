import type { Role } from "@tenantry/core/roles";

export type PersonState = "active" | "invited" | "disabled";

export interface PersonRow {
  userId: string;
  /** Empty until an invited person gave one. */
  name: string;
  email: string;
  role: Role;
  state: PersonState;
  you: boolean;
  /** Instants. */
  joinedAt: string;
  lastSeenAt: string | null;
  sessions: number;
  secondFactor: boolean;
  invitation: OpenInvitation | null;
  /** The signed-in person may change this one. */
  mayChange: boolean;
}

export interface OpenInvitation {
  state: "sent" | "opened" | "expired";
  mail: "queued" | "sent" | "failed" | "dropped" | null;
  /** Instants. */
  expiresAt: string;
  askedAt: string | null;
}

/** Whose team it is: one's own, a reseller's seen by its agency, or a customer's users. */
export interface TeamPlace {
  /** Where its pages begin: "/settings/team". */
  base: string;
  reseller?: { id: string; name: string };
  customer?: { id: string; name: string };
  /** An agency looks at a customer's, and calls its list so. */
  ofAgency?: boolean;
}
