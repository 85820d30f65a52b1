import { accounts } from "@tenantry/db/schema";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
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

/** How long an archived reseller can be brought back. */
export const restoreDays = 30;

/**
 * Brings an archived reseller back as it was; its people sign in anew. Throws `archived_above` for an upline that did
 * not archive it.
 */
export const restoreReseller = command("reseller.restore", {
  beneath: "archive",
  input: z.strictObject({ id }),
  output: accessChange,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    await refuseAbove({ tx, ctx }, input.id);
    const [row] = await tx
      .update(accounts)
      .set({
        archivedAt: null,
        archivedBy: null,
        sessionsValidFrom: databaseNow as never,
        updatedAt: databaseNow as never,
      })
      .where(
        and(
          eq(accounts.agencyId, agencyId),
          eq(accounts.id, input.id),
          eq(accounts.kind, "reseller"),
          isNull(accounts.erasedAt),
          sql`${accounts.archivedAt} > now() - make_interval(days => ${restoreDays})`,
        ),
      )
      .returning({ name: accounts.name, status: accounts.status, uplineId: accounts.distributorId });
    if (!row) throw new AppError("not_found");
    await moveRoom({ tx, ctx }, row.uplineId, 1);
    if (ctx.scope.kind === "agency") await keepRoom({ tx, ctx }, input.id, true);
    const status = shownStatus(row.status);
    if (status === "active") await countActive({ tx, ctx }, row.uplineId, 1);
    await announceChange({ tx, ctx }, "reseller.restored", input.id);
    const affected = await countAffected({ tx, ctx }, input.id);
    return {
      result: {
        id: input.id,
        name: row.name,
        status,
        previousStatus: shownStatus("locked"),
        changed: true,
        ...affected,
      },
      audit: {
        object: { kind: "reseller", id: input.id },
        after: { archived: false, status },
        resellerId: input.id,
      },
    };
  },
});

async function refuseAbove({ tx, ctx }: Run, id: string): Promise<void> {
  if (ctx.scope.kind !== "upline") return;
  const [row] = await tx
    .select({ archivedBy: accounts.archivedBy })
    .from(accounts)
    .where(
      and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, id), isNotNull(accounts.archivedAt)),
    )
    .for("update");
  if (row && row.archivedBy !== ctx.scope.account) throw new AppError("archived_above");
}
