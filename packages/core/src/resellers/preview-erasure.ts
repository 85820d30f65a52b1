import { accounts } from "@tenantry/db/schema";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { countErasable } from "./erasable.ts";
import { erasure } from "./erasure-schemas.ts";

/** What erasing a deleted reseller would do, in numbers. `not_found` for one that is not deleted, or erased already. */
export const previewErasure = query("reseller.preview-erasure", {
  input: z.strictObject({ id }),
  output: erasure,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async (run, input) => {
    const { name } = await readDeleted(run, input.id);
    return { id: input.id, name, ...(await countErasable(run.tx, run.ctx.tenant.agencyId, input.id)) };
  },
});

/** A deleted reseller whose data is still there; its row is locked where it is going to be erased. */
export async function readDeleted({ tx, ctx }: Run, resellerId: string, lock = false) {
  const found = tx
    .select({ name: accounts.name })
    .from(accounts)
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.id, resellerId),
        eq(accounts.kind, "reseller"),
        isNotNull(accounts.archivedAt),
        isNull(accounts.erasedAt),
      ),
    );
  const [row] = await (lock ? found.for("update") : found);
  if (!row) throw new AppError("not_found");
  return row;
}
