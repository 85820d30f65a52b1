import { delegations } from "@tenantry/db/schema";
import { AppError, fieldError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { readUpline } from "./read.ts";
import { columnsOf, readRow } from "./row.ts";
import { delegation, setInput } from "./schemas.ts";

/**
 * Sets the ceiling over an upline; the first one lets it have resellers. It holds from its next request on. Throws
 * `too_deep` for a reseller that hangs on an upline itself, `deleted` for one that is, and a field error for a number
 * below what is there.
 */
export const setDelegation = command("delegation.set", {
  input: setInput,
  output: delegation,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id, ...wanted }) => {
    const { agencyId } = run.ctx.tenant;
    const { possible, archivedAt } = await readUpline(run, id, true);
    if (!possible) throw new AppError("too_deep");
    if (archivedAt) throw new AppError("deleted");
    const before = await readRow(run, id, true);
    const resellers = before?.resellers ?? 0;
    if (wanted.maximum !== null && wanted.maximum < resellers)
      throw fieldError("/maximum", "below_resellers", { count: resellers });
    const columns = columnsOf(wanted);
    await run.tx
      .insert(delegations)
      .values({ agencyId, distributorId: id, ...columns })
      .onConflictDoUpdate({
        target: [delegations.agencyId, delegations.distributorId],
        set: { ...columns, updatedAt: databaseNow as never },
      });
    return {
      result: { ...wanted, resellers },
      audit: {
        object: { kind: "delegation", id },
        before: before ? { ...before } : undefined,
        after: { ...wanted, resellers },
      },
    };
  },
});
