import { accounts, customers } from "@tenantry/db/schema";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { storedStatus } from "../tenancy/stop-modes.ts";
import { comingExpiry, ofCustomer, ofPaper, sellers, shown } from "./row.ts";
import { customerPage, listInput } from "./schemas.ts";
import { searchCondition } from "./search.ts";

/** One page of the customers in the caller's reach: searched, filtered, sorted. */
export const listCustomers = query("customer.list", {
  input: listInput,
  output: customerPage,
  run: async (run, input) => {
    const { tx, ctx } = run;
    // A distributor sees who its resellers' customers are, and not what they buy.
    const below = ctx.scope.kind === "distributor";
    const byName = input.sort.endsWith("name");
    const column = byName ? accounts.nameCi : accounts.createdAt;
    const matches = input.search ? await searchCondition(run, input.search) : undefined;
    const { rows, next, previous } = await listPage(ctx, "customer.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
      const from = byName ? sql`${place.key}` : sql`${place.key}::timestamptz`;
      const beyond = descending ? sql`<` : sql`>`;
      const found = await tx
        .select({
          account: accounts,
          seller: { id: sellers.id, name: sellers.name, kind: sellers.kind },
          paper: { type: customers.type, address: customers.address, taxId: customers.taxId },
          expiry: below ? sql<null>`null` : comingExpiry,
          place: sql<string>`${column}::text`,
        })
        .from(accounts)
        .innerJoin(sellers, ofCustomer)
        .leftJoin(customers, ofPaper)
        .where(
          and(
            eq(accounts.agencyId, ctx.tenant.agencyId),
            eq(accounts.kind, "customer"),
            isNull(accounts.archivedAt),
            // A customer's parent is its seller, whose rows lie together.
            input.parentId ? eq(accounts.resellerId, input.parentId) : undefined,
            input.status ? eq(accounts.status, storedStatus(input.status)) : undefined,
            matches,
            place.id ? sql`(${column}, ${accounts.id}) ${beyond} (${from}, ${place.id}::uuid)` : undefined,
          ),
        )
        .orderBy(descending ? desc(column) : asc(column), descending ? desc(accounts.id) : asc(accounts.id))
        .limit(limit);
      return found.map((row) => ({ ...row, id: row.account.id }));
    });
    return {
      customers: rows.map(({ account, seller, ...more }) => shown(account, seller, ctx, more)),
      next,
      previous,
    };
  },
});
