/** Only the browser's own host gets it back, over a secure channel; no sibling subdomain can set it. */
export const sessionCookieName = "__Host-session";

/**
 * The session cookie of a request: its value, undefined when there is none, or "several" when two cookies carry the
 * name, which no browser of ours sends and a cookie thrown from a sibling host would look like.
 * Values are never percent-decoded: a malformed `%` is no error, just no session.
 */
export function readSessionCookie(header: string | undefined): string | undefined | "several" {
  if (!header) return undefined;
  const values = header
    .split(";")
    // Blanks and tabs only: with any other white space before it the name is another cookie to the browser, one that a
    // sibling host may set.
    .map((pair) => pair.replace(/^[ \t]+|[ \t]+$/g, ""))
    .filter((pair) => pair.startsWith(`${sessionCookieName}=`))
    .map((pair) => pair.slice(sessionCookieName.length + 1));
  return values.length > 1 ? "several" : values[0];
}

/** The Set-Cookie value that gives a browser its session. `endsAt` is the session's absolute end. */
export function sessionCookie(token: string, endsAt: Date): string {
  return `${sessionCookieName}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Expires=${endsAt.toUTCString()}`;
}

/** The Set-Cookie value that takes it away. */
export const blankSessionCookie = `${sessionCookieName}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;
