import { apiKeys, users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { apiKey } from "./schemas.ts";
import { showKey } from "./show.ts";

/** One key of the caller's own account. */
export const readApiKey = query("api-key.read", {
  input: z.strictObject({ id }),
  output: apiKey,
  object: ({ id: keyId }) => ({ table: "apiKeys", id: keyId }),
  run: async ({ tx, ctx }, input) => {
    const [row] = await tx
      .select({ key: apiKeys, createdByName: users.name })
      .from(apiKeys)
      .innerJoin(users, and(eq(users.agencyId, apiKeys.agencyId), eq(users.id, apiKeys.createdBy)))
      .where(
        and(
          eq(apiKeys.agencyId, ctx.tenant.agencyId),
          eq(apiKeys.id, input.id),
          eq(apiKeys.accountId, ctx.scope.account),
        ),
      );
    if (!row) throw new AppError("not_found");
    return showKey(row.key, row.createdByName, ctx.securityNow);
  },
});
