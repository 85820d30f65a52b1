import { z } from "zod";
import { email, id, instant, personName } from "../identity/schemas.ts";
import { roles } from "../roles.ts";

/** Which of them there are goes by the kind of account (roles.ts). */
const role = z.enum(roles, "role_wrong");

/** The caller's own account, or one below it: a customer's too. */
const accountId = id.optional();

export const personStates = ["active", "invited", "disabled"] as const;
export const teamSorts = ["name", "-name", "joined", "-joined", "seen", "-seen"] as const;

export const personInput = z.strictObject({ accountId, userId: id });
export const roleInput = z.strictObject({ accountId, userId: id, role });
export const endSessionsInput = z.strictObject({
  accountId,
  userId: id,
  /** One of them; all when it is not named. */
  sessionId: z.string().max(64, "too_long").optional(),
});
export const inviteInput = z.strictObject({ accountId, email, name: personName.optional(), role });

export const listInput = z.strictObject({
  accountId,
  search: z.string().trim().max(200, "too_long").optional(),
  role: role.optional(),
  state: z.enum(personStates).optional(),
  sort: z.enum(teamSorts).default("name"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

/** How far an open invitation has come. `opened`: its form was sent at least once. */
const openInvitation = z.object({
  state: z.enum(["sent", "opened", "expired"]),
  /** Of the newest mail that carried it; null where only a link was made. */
  mail: z.enum(["queued", "sent", "failed", "dropped"]).nullable(),
  expiresAt: z.string(),
  /** Its person asked for a new link. */
  askedAt: z.string().nullable(),
});

export const teamPerson = z.object({
  userId: z.string(),
  /** Empty until an invited person gave one. */
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  state: z.enum(personStates),
  you: z.boolean(),
  joinedAt: z.string(),
  lastSeenAt: z.string().nullable(),
  /** Live ones. */
  sessions: z.number(),
  secondFactor: z.boolean(),
  invitation: openInvitation.nullable(),
});

export const teamPage = z.object({
  people: z.array(teamPerson),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const personDetail = teamPerson.extend({
  /** API keys the person made that still work. */
  keys: z.number(),
  devices: z.array(
    z.object({
      id: z.string(),
      createdAt: instant,
      lastSeenAt: instant,
      ip: z.string().nullable(),
      userAgent: z.string().nullable(),
    }),
  ),
});

/** Who was invited, with a link to copy and pass on; null for who was in at once, with the password they have. */
export const invited = z.object({ userId: z.string(), url: z.string().nullable() });

/** What a change did to somebody's ways in, in numbers. */
export const ended = z.object({
  /** What to call the person: name or address. */
  person: z.string(),
  sessions: z.number(),
  keys: z.number(),
});
