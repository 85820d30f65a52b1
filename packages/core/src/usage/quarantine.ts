import { usageQuarantine as table } from "@tenantry/db/schema";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { quarantineReason } from "./schemas.ts";

const quarantinedEvent = z.object({
  id: z.uuid(),
  reason: quarantineReason,
  source: z.string(),
  eventId: z.string(),
  meter: z.string(),
  accountId: z.uuid().nullable(),
  externalId: z.string().nullable(),
  quantity: z.int(),
  at: z.string(),
  receivedAt: z.string(),
});

/** Events that could not be counted, the newest first unless asked otherwise. `next` is null on the last page. */
export const usageQuarantine = query("usage.quarantine", {
  input: z.strictObject({
    /** Any part of the event's id, its account's external id, its source or its meter. */
    search: z.string().trim().max(100, "too_long").optional(),
    reason: quarantineReason.optional(),
    sort: z.enum(["received", "-received"]).default("-received"),
    cursor: z.string().max(1_000, "too_long").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  output: z.object({
    events: z.array(quarantinedEvent),
    next: z.string().nullable(),
    previous: z.string().nullable(),
  }),
  run: async ({ tx, ctx }, input) => {
    const { rows, ...ends } = await listPage(ctx, "usage.quarantine", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const texts = sql`lower(concat_ws(' ', ${table.eventId}, ${table.externalId}, ${table.source}, ${table.meter}))`;
      const found = await tx
        .select()
        .from(table)
        .where(
          and(
            eq(table.agencyId, ctx.tenant.agencyId),
            input.reason && eq(table.reason, input.reason),
            input.search ? sql`${texts} like ${likePattern(input.search)}` : undefined,
            place.id ? sql`${table.id} ${beyond} ${place.id}::uuid` : undefined,
          ),
        )
        // Ids carry the time they were made at.
        .orderBy(descending ? desc(table.id) : asc(table.id))
        .limit(limit);
      return found.map((row) => ({ ...row, place: row.id }));
    });
    return {
      events: rows.map(({ place: _, ...row }) => ({
        ...row,
        quantity: Number(row.quantity),
        at: row.at.toISOString(),
        receivedAt: row.receivedAt.toISOString(),
      })),
      ...ends,
    };
  },
});
