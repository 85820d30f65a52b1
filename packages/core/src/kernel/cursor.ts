import { createHmac, timingSafeEqual } from "node:crypto";
import { fieldError } from "./errors.ts";

/**
 * A place in a list: the sort key and id of a row, bound to the tenant and to the filter and sort it was made under.
 * Signed, because a made-up one would let a caller probe sort keys; a foreign or stale one is a field error.
 */
export function signCursor(secret: string, binding: string, values: string[]): string {
  const body = Buffer.from(JSON.stringify(values)).toString("base64url");
  return `${body}.${signature(secret, binding, body)}`;
}

/** The values of a cursor. Throws `invalid_input` at /cursor when it was not made by `signCursor` for this list. */
export function openCursor(secret: string, binding: string, cursor: string): string[] {
  const [body = "", given = ""] = cursor.split(".");
  const expected = Buffer.from(signature(secret, binding, body));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    throw fieldError("/cursor", "cursor_foreign");
  }
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as string[];
}

function signature(secret: string, binding: string, body: string): string {
  return createHmac("sha256", secret).update(`cursor\n${binding}\n${body}`).digest("base64url").slice(0, 22);
}
