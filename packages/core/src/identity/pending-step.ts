import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Tenant } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";

/** How long somebody has for the second step, in milliseconds. */
const pendingLasts = 5 * 60_000;

interface Passed {
  userId: string;
  /** Stored hash of the password: a change of it ends what is pending. */
  hash: string | null;
}

/**
 * That the password was right: signed, bound to host, person and that very password, good for five minutes. It opens
 * nothing but the second step and is no session.
 */
export function makePending(secret: string, tenant: Tenant, { userId, hash }: Passed, now: Date) {
  const until = new Date(now.getTime() + pendingLasts);
  const body = Buffer.from(JSON.stringify([userId, until.getTime(), fingerprint(hash)])).toString(
    "base64url",
  );
  return { pending: `${body}.${sign(secret, tenant, body)}`, until };
}

/** Reads it back. Throws `token_invalid` when it is not ours, not for this host, or too late. */
export function openPending(secret: string, tenant: Tenant, pending: string, now: Date) {
  const [body = "", given = ""] = pending.split(".");
  const expected = Buffer.from(sign(secret, tenant, body));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual))
    throw new AppError("token_invalid");
  const [userId, until, print] = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as [
    string,
    number,
    string,
  ];
  if (until <= now.getTime()) throw new AppError("token_invalid");
  return { userId, samePassword: (hash: string | null) => fingerprint(hash) === print };
}

function sign(secret: string, { agencyId, host }: Tenant, body: string): string {
  return createHmac("sha256", secret)
    .update(`second step\n${agencyId}\n${host}\n${body}`)
    .digest("base64url");
}

function fingerprint(hash: string | null): string {
  return createHash("sha256")
    .update(hash ?? "")
    .digest("base64url")
    .slice(0, 16);
}
