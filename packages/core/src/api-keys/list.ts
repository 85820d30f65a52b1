import { apiKeys, users } from "@tenantry/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { apiKey } from "./schemas.ts";

/** Keys of the caller's own account, newest first, revoked ones included. */
export const listApiKeys = query("api-key.list", {
  input: none,
  output: z.object({ keys: z.array(apiKey) }),
  run: async ({ tx, ctx }) => {
    const rows = await tx
      .select({ key: apiKeys, createdByName: users.name })
      .from(apiKeys)
      .innerJoin(users, and(eq(users.agencyId, apiKeys.agencyId), eq(users.id, apiKeys.createdBy)))
      .where(and(eq(apiKeys.agencyId, ctx.tenant.agencyId), eq(apiKeys.accountId, ctx.scope.account)))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
      .limit(200);
    return { keys: rows.map(({ key, createdByName }) => ({ ...key, createdByName })) };
  },
});
