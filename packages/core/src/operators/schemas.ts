import { z } from "zod";
import { email, password, personName, token } from "../identity/schemas.ts";

export const setupInput = z.strictObject({ token, name: personName, password, confirm: password });
export const signInInput = z.strictObject({ email, password });
export const started = z.object({ token: z.string(), endsAt: z.date() });

export const mailState = z.enum(["queued", "sent", "failed", "dropped"]);

export const mailRow = z.object({
  agencyId: z.string(),
  id: z.string(),
  agencyName: z.string(),
  sender: z.string(),
  kind: z.string(),
  recipient: z.string(),
  subject: z.string().nullable(),
  state: mailState,
  failure: z.string().nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
});
export const mail = mailRow.extend({ html: z.string().nullable(), text: z.string().nullable() });

export const mailListInput = z.strictObject({
  /** Text anywhere in the recipient's address or the subject. */
  search: z.string().trim().max(200, "too_long").optional(),
  state: mailState.optional(),
  /** When it was made; a leading "-" turns the order round. */
  sort: z.enum(["made", "-made"]).default("-made"),
  cursor: z.string().max(1_000, "too_long").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const mailPage = z.object({
  mails: z.array(mailRow),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
