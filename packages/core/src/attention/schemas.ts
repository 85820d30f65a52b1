import { z } from "zod";

/** Why resellers may need the agency; the list of resellers narrows to each. */
export const resellerNeeds = [
  "invitation_expired",
  "mail_failed",
  "hard_cap",
  "soft_cap",
  "plan_change",
  "archive_ending",
] as const;
export type ResellerNeed = (typeof resellerNeeds)[number];

/** What in the caller's own account may need somebody. */
export const ownNeeds = [
  "own_hard_cap",
  "own_soft_cap",
  "own_plan_change",
  "quarantine",
  "webhook_off",
  "surplus",
  "leak",
  "team_invitation_expired",
  "team_mail_failed",
] as const;
export type OwnNeed = (typeof ownNeeds)[number];

/** Past this many a condition is not counted further. */
export const mostCounted = 1_000;

export const attention = z.object({
  /** Only what needs somebody, the most pressing first. */
  items: z.array(
    z.object({
      need: z.enum([...resellerNeeds, ...ownNeeds]),
      /** Resellers, events, endpoints, people or meters, as the condition goes. */
      count: z.int(),
      /** There are more than were counted. */
      more: z.boolean(),
    }),
  ),
});
