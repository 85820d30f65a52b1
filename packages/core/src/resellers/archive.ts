import { accounts } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { refuseWithResellers } from "../delegations/beneath.ts";
import { moveRoom } from "../delegations/room.ts";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { shownStatus } from "../tenancy/stop-modes.ts";
import { announceChange } from "../webhooks/announce.ts";
import { countAffected } from "./affected.ts";
import { countActive } from "./count.ts";
import { accessChange } from "./schemas.ts";

/**
 * Takes a reseller out of the lists and its people out of the portal (B-36, first half): restorable for thirty days,
 * its customers' service is as it was, its login domain stays taken. Throws `has_resellers` for one with resellers of
 * its own, who would be left without an upline.
 */
export const archiveReseller = command("reseller.archive", {
  beneath: "archive",
  input: z.strictObject({ id }),
  output: accessChange,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async ({ tx, ctx }, input) => {
    const { agencyId } = ctx.tenant;
    await refuseWithResellers({ tx, ctx }, input.id);
    const [row] = await tx
      .update(accounts)
      .set({
        archivedAt: databaseNow as never,
        archivedBy: ctx.scope.kind === "upline" ? ctx.scope.account : null,
        updatedAt: databaseNow as never,
      })
      .where(
        and(
          eq(accounts.agencyId, agencyId),
          eq(accounts.id, input.id),
          eq(accounts.kind, "reseller"),
          isNull(accounts.archivedAt),
        ),
      )
      .returning({ name: accounts.name, status: accounts.status, uplineId: accounts.distributorId });
    if (!row) throw new AppError("not_found");
    await moveRoom({ tx, ctx }, row.uplineId, -1);
    if (row.status === "active") await countActive({ tx, ctx }, row.uplineId, -1);
    await announceChange({ tx, ctx }, "reseller.archived", input.id);
    const affected = await countAffected(tx, agencyId, input.id);
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
        after: { archived: true, ...affected },
        resellerId: input.id,
      },
    };
  },
});
