import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";
import { effectives } from "../plans/change-schemas.ts";
import { listInput } from "../resellers/schemas.ts";

/** Most resellers of one run. */
export const mostItems = 5_000;

/** Which resellers: named one by one, or all that a search and filters find. */
const chosen = z.union([
  z.strictObject({ ids: z.array(id).min(1, "required").max(mostItems) }),
  z.strictObject({ matching: listInput.omit({ sort: true, limit: true, cursor: true }) }),
]);

export const bulkActions = ["activate", "deactivate", "change_plan"] as const;

export const startInput = z
  .strictObject({
    action: z.enum(bulkActions),
    resellers: chosen,
    /** For a change of plan: which, from when, and whether each goes on paying what it pays now. */
    planId: id.optional(),
    effective: z.enum(effectives).default("next_period"),
    keepPrice: z.boolean().default(false),
  })
  .refine(({ action, planId }) => planId === undefined || action === "change_plan", {
    path: ["planId"],
    message: "plan_not_asked",
  });
export const previewInput = startInput;

/** More are meant than one run takes: it is about the first 5,000 of them by name, and no others. */
const more = z.boolean();

export const started = z.object({ id: z.string(), total: z.int(), more });

export const preview = z.object({
  /**
   * Resellers whose portal would be locked or opened, or whose plan would be another; those that already are as asked,
   * and for the portal those that are stopped, are left out.
   */
  total: z.int(),
  more,
  /** People of theirs who can sign in, and customers they serve; counted up to 10,000 each. */
  people: z.int(),
  customers: z.int(),
  /** Of a change of plan, by the function that makes it; null for the portal. */
  plan: z
    .object({
      name: z.string(),
      version: z.int(),
      /** Resellers that have used more this month than the plan includes, and those for which another change waits. */
      over: z.int(),
      waiting: z.int(),
      /** Those that have promised more than it would cover: they will be refused. */
      short: z.int(),
      /** Business time. */
      dueAt: z.string(),
    })
    .nullable(),
});

export const bulkRun = z.object({
  id: z.string(),
  action: z.enum(bulkActions),
  total: z.int(),
  done: z.int(),
  failed: z.int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** What was refused, in the order of the list, each with the code of the refusal. */
  failures: z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), code: z.string() })),
  /** The cursor of further ones; null where these are the last. */
  next: z.string().nullable(),
});
