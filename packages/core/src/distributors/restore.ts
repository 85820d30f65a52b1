import { accounts } from "@tenantry/db/schema";
import { and, eq, isNotNull } from "drizzle-orm";
import { keepRoom } from "../delegations/room.ts";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { byId } from "./schemas.ts";

/** Brings an archived distributor back as it was; its people sign in anew. */
export const restoreDistributor = command("distributor.restore", {
  input: byId,
  output: none,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id }) => {
    const rows = await run.tx
      .update(accounts)
      .set({ archivedAt: null, sessionsValidFrom: databaseNow as never, updatedAt: databaseNow as never })
      .where(
        and(
          eq(accounts.agencyId, run.ctx.tenant.agencyId),
          eq(accounts.id, id),
          eq(accounts.kind, "distributor"),
          isNotNull(accounts.archivedAt),
        ),
      )
      .returning({ id: accounts.id });
    if (rows.length === 0) throw new AppError("not_found");
    await keepRoom(run, id, true);
    return {
      result: {},
      audit: { object: { kind: "distributor", id }, after: { archived: false }, distributorId: id },
    };
  },
});
