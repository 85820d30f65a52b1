import { accounts } from "@tenantry/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { countHanging } from "./beneath.ts";
import { readRow } from "./row.ts";
import { readOutput } from "./schemas.ts";

/** The ceiling over a distributor or reseller, and whether it could have one. */
export const readDelegation = query("delegation.read", {
  input: z.strictObject({ id }),
  output: readOutput,
  object: (input) => ({ table: "accounts", id: input.id }),
  run: async (run, input) => ({
    possible: (await readUpline(run, input.id)).possible,
    delegation: await readRow(run, input.id),
    hanging: await countHanging(run, input.id),
  }),
});

/**
 * An account that may be an upline; `not_found` for every other. Depth is fixed: its own upline is the agency. `held`
 * keeps it from being deleted until the transaction ends.
 */
export async function readUpline({ tx, ctx }: Run, uplineId: string, held = false) {
  const { agencyId } = ctx.tenant;
  const { kind, name, parentId, archivedAt } = accounts;
  const found = tx
    .select({ kind, name, parentId, archivedAt })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, agencyId),
        eq(accounts.id, uplineId),
        inArray(accounts.kind, ["distributor", "reseller"]),
      ),
    );
  const [row] = await (held ? found.for("share") : found);
  if (!row) throw new AppError("not_found");
  return { ...row, possible: row.parentId === agencyId };
}
