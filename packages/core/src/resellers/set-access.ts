import { accounts } from "@tenantry/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";
import { announceChange } from "../webhooks/announce.ts";
import { countAffected } from "./affected.ts";
import { countActive } from "./count.ts";
import { shownStatus } from "./schemas.ts";

/**
 * Access that comes back this soon after it went is an Undo: the same sessions go on. The page offers Undo for ten
 * seconds and pauses while it is hovered or focused, hence the longer time here.
 */
export const undoSeconds = 30;

/**
 * Opens or locks a reseller's portal (features.md 3.2): its own people and keys only. No session is deleted: each
 * request reads the status, so a locked reseller is out on its next one. Asking for what is already so changes nothing.
 */
export async function setAccess({ tx, ctx }: Run, id: string, status: "active" | "locked") {
  const { agencyId } = ctx.tenant;
  const undone = sql`case when ${accounts.statusChangedAt} > now() - make_interval(secs => ${undoSeconds})
    then ${accounts.sessionsValidFrom} else now() end`;
  const [changed] = await tx
    .update(accounts)
    .set({
      status,
      statusChangedAt: databaseNow as never,
      sessionsValidFrom: status === "active" ? (undone as never) : undefined,
    })
    .where(
      and(
        eq(accounts.agencyId, agencyId),
        eq(accounts.id, id),
        eq(accounts.kind, "reseller"),
        isNull(accounts.archivedAt),
        eq(accounts.status, status === "active" ? "locked" : "active"),
      ),
    )
    .returning({ name: accounts.name });
  if (changed) await countActive({ tx, ctx }, status === "active" ? 1 : -1);
  if (changed)
    await announceChange({ tx, ctx }, `reseller.${status === "active" ? "activated" : "deactivated"}`, id);
  // Colleagues hear of what a person did by hand; programs and bulk runs, which have no session, do it by the hundred.
  if (changed && ctx.actor.kind === "user" && ctx.actor.sessionId) {
    const told = { accountId: agencyId, except: ctx.actor.userId };
    await queueNotice(tx, { kind: "reseller_access", subjectId: id, ...told });
  }
  const name = changed?.name ?? (await nameOf({ tx, ctx }, id));
  const affected = await countAffected(tx, agencyId, id);
  const shown = shownStatus(status);
  return {
    result: { id, name, status: shown, changed: changed !== undefined, ...affected },
    audit: changed
      ? { object: { kind: "reseller", id }, after: { status: shown, ...affected }, resellerId: id }
      : { none: "asked for what already was" },
  };
}

async function nameOf({ tx, ctx }: Run, id: string): Promise<string> {
  const [row] = await tx
    .select({ name: accounts.name, archivedAt: accounts.archivedAt })
    .from(accounts)
    .where(
      and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, id), eq(accounts.kind, "reseller")),
    );
  if (!row) throw new AppError("not_found");
  if (row.archivedAt) throw new AppError("conflict");
  return row.name;
}
