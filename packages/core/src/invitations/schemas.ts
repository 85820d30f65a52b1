import { z } from "zod";
import { instant, password, personName, token } from "../identity/schemas.ts";
import { roles } from "../roles.ts";

export const openInput = z.strictObject({ token });
export const acceptInput = z.strictObject({ token, name: personName, password, confirm: password });

/** What the page behind an invitation link shows before anything is typed. */
export const openedInvitation = z.object({
  accountName: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  expiresAt: instant,
});

/** How far an invitation has come. */
export const invitationState = z.object({
  id: z.string(),
  email: z.string(),
  state: z.enum(["sent", "accepted", "expired", "revoked"]),
  /** Of the newest mail that carried it. */
  mail: z.enum(["queued", "sent", "failed", "dropped"]).nullable(),
  createdAt: instant,
  expiresAt: instant,
  acceptedAt: instant.nullable(),
});
