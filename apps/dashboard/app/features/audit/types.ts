/** Who did it; `outside` is somebody the reader's account does not know. */
export interface AuditActor {
  kind: "user" | "key" | "operator" | "job" | "anonymous" | "outside";
  id: string | null;
  name: string | null;
}

export interface AuditRow {
  id: string;
  /** Instant. */
  at: string;
  actor: AuditActor;
  action: string;
  object: { kind: string; id: string };
  ip: string | null;
  host: string | null;
}

/** One thing that was changed: how it was and how it is, as text. */
export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}
