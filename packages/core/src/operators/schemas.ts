import { z } from "zod";
import { email, password, personName, token } from "../identity/schemas.ts";

export const setupInput = z.strictObject({ token, name: personName, password, confirm: password });
export const signInInput = z.strictObject({ email, password });
export const started = z.object({ token: z.string(), endsAt: z.date() });

export const mailRow = z.object({
  agencyId: z.string(),
  id: z.string(),
  agencyName: z.string(),
  sender: z.string(),
  kind: z.string(),
  recipient: z.string(),
  subject: z.string().nullable(),
  state: z.enum(["queued", "sent", "failed"]),
  failure: z.string().nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
});
export const mail = mailRow.extend({ html: z.string().nullable(), text: z.string().nullable() });
