import { accounts } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { missingMove } from "../delegations/rules.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";
import { type AccountStatus, shownStatus, stopRulesOf } from "../tenancy/stop-modes.ts";
import { announceChange } from "../webhooks/announce.ts";
import { countAffected } from "./affected.ts";
import { countActive } from "./count.ts";

/**
 * Access that comes back this soon after it went is an Undo: the same sessions go on. The page offers Undo for ten
 * seconds and pauses while it is hovered or focused, hence the longer time here.
 */
export const undoSeconds = 30;

/**
 * Puts a reseller into one of its states (features.md 3.2), which may depend on the one it is in. No session is deleted:
 * each request reads the state, so who is shut out by it is out on the next one. Asking for what is already so changes
 * nothing, but that the agency makes an upline's stop its own, which that one then cannot lift.
 */
export async function setAccess(
  { tx, ctx }: Run,
  id: string,
  wanted: (before: AccountStatus) => AccountStatus,
) {
  const before = await lockReseller({ tx, ctx }, id);
  const status = wanted(before.status);
  const taken = ctx.scope.kind === "agency" && before.statusBy !== null && status !== "active";
  const changed = before.status !== status || taken;
  const affected = await countAffected({ tx, ctx }, id);
  if (changed) await change({ tx, ctx }, id, before, status);
  const [shown, previousStatus] = [shownStatus(status), shownStatus(before.status)];
  const result = { id, name: before.name, status: shown, previousStatus, changed, ...affected };
  return {
    result,
    audit: changed
      ? {
          object: { kind: "reseller", id },
          before: { status: previousStatus, ...(taken && { stoppedBy: before.statusBy }) },
          after: { status: shown, ...(taken && { stoppedBy: null }), ...affected },
          resellerId: id,
        }
      : { none: "asked for what already was" },
  };
}

async function change(
  { tx, ctx }: Run,
  id: string,
  before: Awaited<ReturnType<typeof lockReseller>>,
  to: AccountStatus,
): Promise<void> {
  const { scope, tenant } = ctx;
  const { agencyId, delegation } = tenant;
  const from = before.status;
  const upline = scope.kind === "upline" ? scope.account : null;
  const missing = upline && delegation && missingMove(delegation, before, to, upline);
  if (missing) throw new AppError(missing);
  await tx
    .update(accounts)
    .set(statusColumns(from, to, upline))
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id)));
  if (from === to) return;
  const active = Number(to === "active") - Number(from === "active");
  if (active === 1 || active === -1) await countActive({ tx, ctx }, before.uplineId, active);
  const type = `reseller.${to === "active" ? "activated" : "deactivated"}` as const;
  await announceChange({ tx, ctx }, type, id, { mode: shownStatus(to) });
  // Colleagues hear of what a person did by hand; programs and bulk runs, which have no session, do it by the hundred.
  if (ctx.actor.kind === "user" && ctx.actor.sessionId) {
    const told = { accountId: tenant.accountId, except: ctx.actor.userId };
    await queueNotice(tx, { kind: "reseller_access", subjectId: id, ...told });
  }
}

/** What a change of state writes; `upline` is who made it where that is not the agency. */
export function statusColumns(from: AccountStatus, to: AccountStatus, upline: string | null) {
  const undone = sql`case when ${accounts.statusChangedAt} > now() - make_interval(secs => ${undoSeconds})
    then ${accounts.sessionsValidFrom} else now() end`;
  return {
    status: to,
    statusChangedAt: databaseNow as never,
    statusBy: to === "active" ? null : upline,
    // Said when a lock ends, and when it turns into another: that one's Undo must not bring back what was before.
    sessionsValidFrom: stopRulesOf(from).portalOpen ? undefined : (undone as never),
  };
}

/** Whoever changes it at the same time waits, so that what was before is true. */
async function lockReseller({ tx, ctx }: Run, id: string) {
  const [row] = await tx
    .select({
      name: accounts.name,
      status: accounts.status,
      statusBy: accounts.statusBy,
      uplineId: accounts.distributorId,
      archivedAt: accounts.archivedAt,
    })
    .from(accounts)
    .where(
      and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, id), eq(accounts.kind, "reseller")),
    )
    .for("update");
  if (!row) throw new AppError("not_found");
  if (row.archivedAt) throw new AppError("deleted");
  return row;
}
