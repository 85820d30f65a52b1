import { z } from "zod";
import { nameUpTo } from "../contact/name.ts";
import { roles } from "../roles.ts";

/** Longest address a mail server must take (RFC 5321). */
const longestEmail = 254;

/** An e-mail address as typed: trimmed, kept in its own case. */
export const email = z
  .string({ error: "required" })
  .trim()
  .min(1, "required")
  .max(longestEmail, "too_long")
  .regex(/^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\.]{2,}$/, "email_wrong");

export const password = z.string({ error: "required" }).min(1, "required").max(128, "too_long");
export const token = z.string({ error: "required" }).max(200, "too_long");
export const personName = nameUpTo(120);
export const id = z.guid({ error: "wrong_format" });
export const instant = z.date().transform((at) => at.toISOString());
export const none = z.strictObject({});

export const signInInput = z.strictObject({ email, password });
export const newPasswordInput = z.strictObject({ token, password, confirm: password });
export const changePasswordInput = z.strictObject({ current: password, password, confirm: password });

/** What a sign-in gives: the token goes into the cookie and nowhere else. */
export const startedSession = z.object({
  token: z.string(),
  endsAt: z.date(),
  mustChangePassword: z.boolean(),
});

/** The password was right, and a code is still to come: what the second step needs, good for some minutes. */
export const pendingStep = z.object({ pending: z.string(), until: z.date() });

/** What a sign-in gives: a session, or the way to one. */
export const signInAnswer = z.union([startedSession, pendingStep]);

/** A code of an authenticator, or a recovery code; blanks and hyphens are nothing. */
export const code = z.string({ error: "required" }).trim().min(1, "required").max(40, "too_long");

export const secondStepInput = z.strictObject({
  pending: z.string({ error: "required" }).max(1_000, "too_long"),
  code,
});
export const proveInput = z.strictObject({
  password: z.string().max(128, "too_long").optional(),
  code: z.string().trim().max(40, "too_long").optional(),
});

export const profile = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.string(),
  role: z.enum(roles),
  accountId: z.string(),
  accountName: z.string(),
});

export const sessionRow = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
});
