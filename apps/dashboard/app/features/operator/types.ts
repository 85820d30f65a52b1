export interface AgencyRow {
  id: string;
  name: string;
  host: string;
  /** The whole address. */
  address: string;
  ownerEmail: string;
  ownerState: "pending" | "accepted";
  resellers: number;
  /** Instant. */
  createdAt: string;
  status: "active" | "suspended";
}

export interface MailRow {
  id: string;
  to: string;
  from: string;
  subject: string;
  /** Instant. */
  createdAt: string;
  state: "queued" | "sent" | "delivered" | "failed" | "dropped" | "outbox";
}
