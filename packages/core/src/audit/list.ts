import { apiKeys, auditEntries, users } from "@tenantry/db/schema";
import { and, asc, desc, eq, inArray, like, ne, or, type SQL, sql } from "drizzle-orm";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query, type Run } from "../kernel/verb.ts";
import { auditListInput, auditPage } from "./schemas.ts";
import { ownActors, showEntries } from "./show.ts";

/** People or keys a search may mean at once. */
const mostActors = 50;

/** What was changed in the caller's reach, newest first unless asked otherwise. */
export const listAudit = query("audit.list", {
  beneath: ({ beneath }) => (beneath ? "see" : undefined),
  input: auditListInput,
  output: auditPage,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { agencyId, billingZone } = ctx.tenant;
    const found = input.search ? await meant(run, input.search) : undefined;
    const midnight = (day: string) => sql`(${day}::date::timestamp at time zone ${billingZone})`;
    const { rows, next, previous } = await listPage(ctx, "audit.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const beyond = descending ? sql`<` : sql`>`;
      const rows = await tx
        .select({ entry: auditEntries, place: sql<string>`${auditEntries.at}::text` })
        .from(auditEntries)
        .where(
          and(
            eq(auditEntries.agencyId, agencyId),
            ctx.scope.kind === "reseller" ? eq(auditEntries.resellerId, ctx.scope.account) : undefined,
            // What is about the upline itself, and about no reseller of its, stands in its own log.
            ctx.scope.kind === "upline" ? ne(auditEntries.resellerId, agencyId) : undefined,
            input.action ? eq(auditEntries.action, input.action) : undefined,
            input.from ? sql`${auditEntries.at} >= ${midnight(input.from)}` : undefined,
            input.to ? sql`${auditEntries.at} < ${midnight(input.to)} + interval '1 day'` : undefined,
            found,
            place.id
              ? sql`(${auditEntries.at}, ${auditEntries.id}) ${beyond} (${place.key}::timestamptz, ${place.id}::uuid)`
              : undefined,
          ),
        )
        .orderBy(
          descending ? desc(auditEntries.at) : asc(auditEntries.at),
          descending ? desc(auditEntries.id) : asc(auditEntries.id),
        )
        .limit(limit);
      return rows.map((row) => ({ ...row, id: row.entry.id }));
    });
    return {
      entries: await showEntries(
        run,
        rows.map(({ entry }) => entry),
      ),
      next,
      previous,
    };
  },
});

/** Entries of actors so named, or about the record with exactly this id. */
async function meant({ tx, ctx }: Run, search: string): Promise<SQL | undefined> {
  const { agencyId } = ctx.tenant;
  const pattern = likePattern(search);
  const people = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.agencyId, agencyId),
        ownActors(ctx, users.realmId),
        or(sql`lower(${users.name}) like ${pattern}`, like(users.emailCi, pattern)),
      ),
    )
    .limit(mostActors);
  const keys = await tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(
      and(eq(apiKeys.agencyId, agencyId), ownActors(ctx, apiKeys.accountId), like(apiKeys.nameCi, pattern)),
    )
    .limit(mostActors);
  const actors = [search, ...[...people, ...keys].map(({ id }) => id)];
  return or(inArray(auditEntries.actorId, actors), eq(auditEntries.objectId, search));
}
