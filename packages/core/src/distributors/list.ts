import { accounts, delegations } from "@tenantry/db/schema";
import { and, asc, desc, eq, isNotNull, isNull, like, sql } from "drizzle-orm";
import { likePattern } from "../kernel/like-pattern.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { shownStatus, storedStatus } from "../tenancy/stop-modes.ts";
import { distributorPage, listInput } from "./schemas.ts";

/** One page of the agency's distributors: searched, filtered, sorted. They are few: a search walks them. */
export const listDistributors = query("distributor.list", {
  input: listInput,
  output: distributorPage,
  run: async ({ tx, ctx }, input) => {
    const byName = input.sort.endsWith("name");
    const column = byName ? accounts.nameCi : accounts.createdAt;
    const { rows, next, previous } = await listPage(ctx, "distributor.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const from = byName ? sql`${place.key}` : sql`${place.key}::timestamptz`;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await tx
        .select({ account: accounts, delegation: delegations, place: sql<string>`${column}::text` })
        .from(accounts)
        .innerJoin(
          delegations,
          and(eq(delegations.agencyId, accounts.agencyId), eq(delegations.distributorId, accounts.id)),
        )
        .where(
          and(
            eq(accounts.agencyId, ctx.tenant.agencyId),
            eq(accounts.kind, "distributor"),
            input.status === "archived" ? isNotNull(accounts.archivedAt) : isNull(accounts.archivedAt),
            input.status && input.status !== "archived"
              ? eq(accounts.status, storedStatus(input.status))
              : undefined,
            input.search ? like(accounts.search, likePattern(input.search)) : undefined,
            place.id ? sql`(${column}, ${accounts.id}) ${beyond} (${from}, ${place.id}::uuid)` : undefined,
          ),
        )
        .orderBy(descending ? desc(column) : asc(column), descending ? desc(accounts.id) : asc(accounts.id))
        .limit(limit);
      return found.map((row) => ({ ...row, id: row.account.id }));
    });
    return {
      distributors: rows.map(({ account, delegation }) => ({
        ...account,
        email: account.email ?? "",
        status: shownStatus(account.archivedAt ? "locked" : account.status),
        activated: account.activatedAt !== null,
        joinedAt: account.createdAt.toISOString(),
        archivedAt: account.archivedAt?.toISOString() ?? null,
        ...{ resellers: delegation.resellers, maximum: delegation.maxResellers },
      })),
      next,
      previous,
    };
  },
});
