import { usageQuarantine as table } from "@tenantry/db/schema";
import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { openCursor, signCursor } from "../kernel/cursor.ts";
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

/** Events that could not be counted, the newest first. `next` is null on the last page. */
export const usageQuarantine = query("usage.quarantine", {
  input: z.strictObject({
    reason: quarantineReason.optional(),
    cursor: z.string().max(1_000, "too_long").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
  output: z.object({ events: z.array(quarantinedEvent), next: z.string().nullable() }),
  run: async ({ tx, ctx }, { reason, cursor, limit }) => {
    const { agencyId } = ctx.tenant;
    const { secret } = ctx.app.config;
    const binding = `usage.quarantine\n${agencyId}\n${reason ?? ""}`;
    const [before] = cursor === undefined ? [] : openCursor(secret, binding, cursor);
    const rows = await tx
      .select()
      .from(table)
      .where(
        and(
          eq(table.agencyId, agencyId),
          reason && eq(table.reason, reason),
          before === undefined ? undefined : lt(table.id, before),
        ),
      )
      .orderBy(desc(table.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      events: page.map((row) => ({
        ...row,
        quantity: Number(row.quantity),
        at: row.at.toISOString(),
        receivedAt: row.receivedAt.toISOString(),
      })),
      next: rows.length > limit && last ? signCursor(secret, binding, [last.id]) : null,
    };
  },
});
