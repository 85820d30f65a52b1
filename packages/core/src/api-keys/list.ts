import { apiKeys, users } from "@tenantry/db/schema";
import { and, asc, desc, eq, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { keyPage, listInput } from "./schemas.ts";
import { showKey } from "./show.ts";

/** Keys of the caller's own account: searched by name, filtered, sorted; ended ones included. */
export const listApiKeys = query("api-key.list", {
  input: listInput,
  output: keyPage,
  run: async ({ tx, ctx }, input) => {
    const byName = input.sort.endsWith("name");
    const column = byName ? apiKeys.nameCi : apiKeys.createdAt;
    const { rows, next, previous } = await listPage(ctx, "api-key.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const from = byName ? sql`${place.key}` : sql`${place.key}::timestamptz`;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await tx
        .select({ key: apiKeys, createdByName: users.name, place: sql<string>`${column}::text` })
        .from(apiKeys)
        .innerJoin(users, and(eq(users.agencyId, apiKeys.agencyId), eq(users.id, apiKeys.createdBy)))
        .where(
          and(
            eq(apiKeys.agencyId, ctx.tenant.agencyId),
            eq(apiKeys.accountId, ctx.scope.account),
            input.search ? like(apiKeys.nameCi, likePattern(input.search)) : undefined,
            input.state && inState(input.state, ctx.securityNow),
            place.id ? sql`(${column}, ${apiKeys.id}) ${beyond} (${from}, ${place.id}::uuid)` : undefined,
          ),
        )
        .orderBy(descending ? desc(column) : asc(column), descending ? desc(apiKeys.id) : asc(apiKeys.id))
        .limit(limit);
      return found.map((row) => ({ ...row, id: row.key.id }));
    });
    return {
      keys: rows.map(({ key, createdByName }) => showKey(key, createdByName, ctx.securityNow)),
      next,
      previous,
    };
  },
});

function inState(state: "active" | "ended", now: Date): SQL | undefined {
  const lasts = or(isNull(apiKeys.expiresAt), sql`${apiKeys.expiresAt} > ${now.toISOString()}::timestamptz`);
  const active = and(isNull(apiKeys.revokedAt), lasts);
  return state === "active" ? active : sql`not (${active})`;
}
