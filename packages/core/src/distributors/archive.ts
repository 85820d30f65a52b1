import { accounts } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { refuseWithResellers } from "../delegations/beneath.ts";
import { keepRoom } from "../delegations/room.ts";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { byId } from "./schemas.ts";

/**
 * Takes a distributor without resellers out of the list and its people out of its portal; its login domain stays taken.
 * Throws `has_resellers` while some hang on it.
 */
export const archiveDistributor = command("distributor.archive", {
  input: byId,
  output: none,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id }) => {
    await keepRoom(run, id, false);
    await refuseWithResellers(run, id);
    const rows = await run.tx
      .update(accounts)
      .set({ archivedAt: databaseNow as never, updatedAt: databaseNow as never })
      .where(
        and(
          eq(accounts.agencyId, run.ctx.tenant.agencyId),
          eq(accounts.id, id),
          eq(accounts.kind, "distributor"),
          isNull(accounts.archivedAt),
        ),
      )
      .returning({ id: accounts.id });
    if (rows.length === 0) throw new AppError("not_found");
    return {
      result: {},
      audit: { object: { kind: "distributor", id }, after: { archived: true }, distributorId: id },
    };
  },
});
