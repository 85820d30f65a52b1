import { delegations } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { id, none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { refuseWithResellers } from "./beneath.ts";
import { readUpline } from "./read.ts";
import { readRow } from "./row.ts";

/**
 * Takes from a reseller that it may have resellers. Throws `has_resellers` while it has some, `conflict` where it may
 * have none already, and for a distributor, which is there for nothing else.
 */
export const removeDelegation = command("delegation.remove", {
  input: z.strictObject({ id }),
  output: none,
  object: (input) => ({ table: "accounts", id: input.id }),
  run: async (run, input) => {
    const { kind } = await readUpline(run, input.id);
    const before = await readRow(run, input.id, true);
    if (!before || kind === "distributor") throw new AppError("conflict");
    await refuseWithResellers(run, input.id);
    await run.tx
      .delete(delegations)
      .where(and(eq(delegations.agencyId, run.ctx.tenant.agencyId), eq(delegations.distributorId, input.id)));
    return { result: {}, audit: { object: { kind: "delegation", id: input.id }, before: { ...before } } };
  },
});
