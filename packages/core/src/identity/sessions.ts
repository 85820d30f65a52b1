import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { newSecret, secretMatches } from "./secrets.ts";

/**
 * Sessions by Lucia, in this one file, because the library is deprecated: a file of this size could replace it.
 * Around it stand what it lacks (docs/decisions/004-lucia-in-one-file.md): the token is `id.secret` and only the
 * secret's hash is stored, an absolute end, renewal that is really written, and ids that can be revoked one by one.
 */
declare module "lucia" {
  interface Register {
    Lucia: Lucia;
    DatabaseSessionAttributes: SessionTimes;
  }
}

interface SessionTimes {
  createdAt: Date;
  endsAt: Date;
}

/** A stored session as the look-up reads it. */
export interface StoredSession extends SessionTimes {
  id: string;
  secretHash: Buffer;
  userId: string;
  expiresAt: Date;
  /** Sessions made before this moment are dead: password changed, or access taken for longer than the Undo time. */
  validFrom: Date;
}

/** How long a session of this sort lives: idle, and in all. */
export interface Lifetime {
  idleHours: number;
  absoluteHours: number;
}

const hour = 3_600_000;

/** Staff of an agency and operators hold more power, so their sessions are shorter. */
export const staffLifetime: Lifetime = { idleHours: 8, absoluteHours: 24 };
export const resellerLifetime: Lifetime = { idleHours: 12, absoluteHours: 24 * 30 };

/** What `startSession` hands back: the row to store and the token to give away once. */
export interface NewSession {
  id: string;
  secret: string;
  token: string;
  expiresAt: Date;
  endsAt: Date;
}

/** Makes a session for `userId`; `store` writes it. `now` is the database's. */
export async function startSession(userId: string, lifetime: Lifetime, now: Date): Promise<NewSession> {
  const endsAt = new Date(now.getTime() + lifetime.absoluteHours * hour);
  const session = await lucia(lifetime, new RowAdapter()).createSession(userId, { createdAt: now, endsAt });
  const secret = newSecret();
  const expiresAt = new Date(Math.min(now.getTime() + lifetime.idleHours * hour, endsAt.getTime()));
  return { id: session.id, secret, token: `${session.id}.${secret}`, expiresAt, endsAt };
}

/** `valid`, and the new end where half of the idle time has passed and the session should be renewed. */
export type Verdict = { valid: false } | { valid: true; renewTo?: Date };

/** Judges a session that came with a request. Checks secret, idle end, absolute end and `validFrom`. */
export async function judgeSession(
  stored: StoredSession,
  secret: string,
  lifetime: Lifetime,
  now: Date,
): Promise<Verdict> {
  if (!secretMatches(secret, stored.secretHash)) return { valid: false };
  if (stored.endsAt <= now || stored.expiresAt <= now || stored.createdAt < stored.validFrom)
    return { valid: false };
  const adapter = new RowAdapter({ ...stored, attributes: stored });
  const { session } = await lucia(lifetime, adapter).validateSession(stored.id);
  if (!session) return { valid: false };
  if (!adapter.renewedTo) return { valid: true };
  return { valid: true, renewTo: new Date(Math.min(adapter.renewedTo.getTime(), stored.endsAt.getTime())) };
}

function lucia(lifetime: Lifetime, adapter: Adapter): Lucia {
  return new Lucia(adapter, { sessionExpiresIn: new TimeSpan(lifetime.idleHours, "h") });
}

/**
 * Lucia over the one row the request's look-up has read already. Reading and storing are ours (one round trip, inside
 * the tenant); what Lucia asks to renew is kept for the caller to write.
 */
class RowAdapter implements Adapter {
  renewedTo?: Date;

  constructor(private readonly row?: DatabaseSession) {}

  async getSessionAndUser(): ReturnType<Adapter["getSessionAndUser"]> {
    return this.row ? [this.row, { id: this.row.userId, attributes: {} }] : [null, null];
  }
  async updateSessionExpiration(_id: string, expiresAt: Date): Promise<void> {
    this.renewedTo = expiresAt;
  }
  async getUserSessions(): Promise<DatabaseSession[]> {
    return this.row ? [this.row] : [];
  }
  async setSession(): Promise<void> {}
  async deleteSession(): Promise<void> {}
  async deleteUserSessions(): Promise<void> {}
  async deleteExpiredSessions(): Promise<void> {}
}
