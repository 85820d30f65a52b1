import { accounts } from "@tenantry/db/schema";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { refuseWithResellers } from "../delegations/beneath.ts";
import { keepRoom, moveRoom } from "../delegations/room.ts";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { shownStatus } from "../tenancy/stop-modes.ts";
import { announceChange } from "../webhooks/announce.ts";
import { countAffected } from "./affected.ts";
import { countActive } from "./count.ts";
import { accessChange } from "./schemas.ts";

/**
 * Takes a reseller out of the lists and its people out of the portal (B-36, first half): restorable for thirty days,
 * its customers' service is as it was, its login domain stays taken. One that its upline has deleted the agency can
 * delete once more: from then on only the agency brings it back. Throws `has_resellers` for one with resellers of its
 * own, who would be left without an upline.
 */
export const archiveReseller = command("reseller.archive", {
  beneath: "archive",
  input: z.strictObject({ id }),
  output: accessChange,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async (run, input) => {
    const { ctx } = run;
    const by = ctx.scope.kind === "upline" ? ctx.scope.account : null;
    const taken = by ? undefined : await takeOver(run, input.id);
    const row = taken ?? (await putAway(run, input.id, by));
    if (!row) throw new AppError("not_found");
    const affected = await countAffected(run, input.id);
    return {
      result: {
        id: input.id,
        name: row.name,
        status: shownStatus("locked"),
        previousStatus: shownStatus(row.status),
        changed: true,
        ...affected,
      },
      audit: {
        object: { kind: "reseller", id: input.id },
        after: { archived: true, ...(taken && { archivedBy: null }), ...affected },
        resellerId: input.id,
      },
    };
  },
});

const shown = { name: accounts.name, status: accounts.status, uplineId: accounts.distributorId };

/** Archives a live one, in the name of an upline or the agency's own (null). */
async function putAway(run: Run, id: string, archivedBy: string | null) {
  const { tx, ctx } = run;
  if (!archivedBy) await keepRoom(run, id, false);
  await refuseWithResellers(run, id);
  const [row] = await tx
    .update(accounts)
    .set({ archivedAt: databaseNow as never, archivedBy, updatedAt: databaseNow as never })
    .where(and(ownReseller(ctx, id), isNull(accounts.archivedAt)))
    .returning(shown);
  if (!row) return undefined;
  await moveRoom(run, row.uplineId, -1);
  if (row.status === "active") await countActive(run, row.uplineId, -1);
  await announceChange(run, "reseller.archived", id);
  return row;
}

/** Makes an upline's deletion the agency's own. Its thirty days go on. */
async function takeOver({ tx, ctx }: Run, id: string) {
  const [row] = await tx
    .update(accounts)
    .set({ archivedBy: null, updatedAt: databaseNow as never })
    .where(and(ownReseller(ctx, id), isNotNull(accounts.archivedBy), isNull(accounts.erasedAt)))
    .returning(shown);
  return row;
}

function ownReseller({ tenant }: Run["ctx"], id: string) {
  return and(eq(accounts.agencyId, tenant.agencyId), eq(accounts.id, id), eq(accounts.kind, "reseller"));
}
