import { apiKeys } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";

/** Ends a key of the caller's own account: its next request is refused. */
export const revokeApiKey = command("api-key.revoke", {
  input: z.strictObject({ id }),
  output: z.object({ name: z.string() }),
  object: ({ id: keyId }) => ({ table: "apiKeys", id: keyId }),
  run: async ({ tx, ctx }, input) => {
    const [row] = await tx
      .update(apiKeys)
      .set({ revokedAt: databaseNow as never })
      .where(
        and(
          eq(apiKeys.agencyId, ctx.tenant.agencyId),
          eq(apiKeys.id, input.id),
          eq(apiKeys.accountId, ctx.scope.account),
          isNull(apiKeys.revokedAt),
        ),
      )
      .returning({ name: apiKeys.name });
    if (!row) throw new AppError("not_found");
    return { result: row, audit: { object: { kind: "api-key", id: input.id }, before: row } };
  },
});
