import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { changePreview } from "./change-schemas.ts";

/** Most resellers one migration moves; a larger one is done in several. */
export const mostMoved = 1_000;

const filter = z.strictObject({
  /** Numbers of the versions they are on now; all earlier ones when left out. */
  versions: z.array(z.int().min(1)).max(100).optional(),
  type: z.enum(["own_plans", "commission"]).optional(),
  /** Joined on or after this day, in the agency's zone. */
  joinedFrom: z.iso.date("day_wrong").optional(),
  joinedTo: z.iso.date("day_wrong").optional(),
});

export const previewInput = z.strictObject({
  /** The plan; they move to its current version. */
  id,
  filter: filter.default({}),
  /** These go on paying what they pay now. */
  keepPrice: z.array(id).max(mostMoved).default([]),
  /** These are not moved. */
  leaveOut: z.array(id).max(mostMoved).default([]),
});

export const createInput = previewInput.extend({
  /** The day on which they move, at its beginning in the agency's zone. Until then it can be undone. */
  day: z.iso.date("day_wrong"),
});

export const previewed = z.object({
  planId: z.string(),
  version: z.number(),
  /** A change waits for these already; they are not moved. */
  alreadyWaiting: z.array(z.object({ id: z.string(), name: z.string() })),
  resellers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      keepsPrice: z.boolean(),
      change: changePreview,
    }),
  ),
});

export const planMigration = z.object({
  id: z.string(),
  planId: z.string(),
  version: z.number(),
  dueAt: z.string(),
  state: z.enum(["scheduled", "done", "cancelled"]),
  createdAt: z.string(),
  /** How many it moves or moved, and how many of them keep their price. */
  resellers: z.number(),
  keepPrice: z.number(),
});
