import { accounts } from "@tenantry/db/schema";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { openCursor, signCursor } from "../kernel/cursor.ts";
import { query } from "../kernel/verb.ts";
import { customerPage, listInput } from "./schemas.ts";

/** Customers in the caller's reach by name, or those of one reseller. */
export const listCustomers = query("customer.list", {
  input: listInput,
  output: customerPage,
  run: async ({ tx, ctx }, { parentId, limit, cursor }) => {
    const { secret } = ctx.app.config;
    const binding = `customer.list ${ctx.scope.agency} ${ctx.scope.account} ${parentId ?? ""}`;
    const place = cursor ? openCursor(secret, binding, cursor) : undefined;
    const found = await tx
      .select()
      .from(accounts)
      .where(
        and(
          eq(accounts.agencyId, ctx.tenant.agencyId),
          eq(accounts.kind, "customer"),
          isNull(accounts.archivedAt),
          parentId ? eq(accounts.parentId, parentId) : undefined,
          place ? sql`(${accounts.nameCi}, ${accounts.id}) > (${place[0]}, ${place[1]}::uuid)` : undefined,
        ),
      )
      .orderBy(asc(accounts.nameCi), asc(accounts.id))
      .limit(limit + 1);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return {
      customers: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      next: last ? signCursor(secret, binding, [last.nameCi ?? "", last.id]) : null,
    };
  },
});
