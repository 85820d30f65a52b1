import { accounts, customers } from "@tenantry/db/schema";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { storedStatus } from "../tenancy/stop-modes.ts";
import { comingExpiry, ofCustomer, ofPaper, sellers, shown } from "./row.ts";
import { type CustomerSort, customerPage, listInput } from "./schemas.ts";
import { searchCondition } from "./search.ts";

/** What a sort goes by: its column, the id beside it in the same index, and what a place's key is read as. */
const sorts = {
  name: { column: accounts.nameCi, id: accounts.id, key: sql`::text` },
  joined: { column: accounts.createdAt, id: accounts.id, key: sql`::timestamptz` },
  expiry: { column: customers.comingExpiry, id: customers.id, key: sql`::date` },
};

/** One page of the customers in the caller's reach: searched, filtered, sorted. */
export const listCustomers = query("customer.list", {
  input: listInput,
  output: customerPage,
  run: async (run, input) => {
    const { tx, ctx } = run;
    // A distributor sees who its resellers' customers are, and not what they buy.
    const below = ctx.scope.kind === "distributor";
    // The schema lets these and their descending twins through.
    const by = input.sort.replace("-", "") as CustomerSort;
    if (below && by === "expiry") throw new AppError("kind_forbidden");
    const { column, id, key } = sorts[by];
    const matches = input.search ? await searchCondition(run, input.search) : undefined;
    const { rows, next, previous } = await listPage(ctx, "customer.list", input, async (place, limit) => {
      const descending = input.sort.startsWith("-") !== place.backwards;
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
            // Said of an outer join's side, so that the walk can begin in that side's index.
            by === "expiry" ? isNotNull(customers.comingExpiry) : undefined,
            // A customer's parent is its seller, whose rows lie together.
            input.parentId ? eq(accounts.resellerId, input.parentId) : undefined,
            input.parentId && by === "expiry" ? eq(customers.resellerId, input.parentId) : undefined,
            input.status ? eq(accounts.status, storedStatus(input.status)) : undefined,
            matches,
            place.id ? sql`(${column}, ${id}) ${beyond} (${place.key}${key}, ${place.id}::uuid)` : undefined,
          ),
        )
        .orderBy(descending ? desc(column) : asc(column), descending ? desc(id) : asc(id))
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
