import { accounts, subscriptions } from "@tenantry/db/schema";
import { and, desc, eq, sql } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { includesTax } from "../legal-entities/prices.ts";
import { ownAccount } from "./schemas.ts";

/** Subscriptions that are shown; those that run come first. */
const most = 100;

/** A customer's own company and what it has bought, for its people. */
export const readOwnAccount = query("own-account.read", {
  input: none,
  output: ownAccount,
  run: async ({ tx, ctx }) => {
    const { agencyId } = ctx.tenant;
    const { account: id } = ctx.scope;
    const [account] = await tx
      .select({
        ...{ id: accounts.id, code: accounts.code, name: accounts.name, email: accounts.email },
        country: accounts.country,
      })
      .from(accounts)
      .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id)));
    if (!account) throw new AppError("not_found");
    const bought = await tx
      .select({
        ...{ id: subscriptions.id, code: subscriptions.code, state: subscriptions.state },
        ...{ planName: subscriptions.planName, quantity: subscriptions.quantity },
        ...{ unitMinor: subscriptions.unitMinor, currency: subscriptions.currency },
        ...{ interval: subscriptions.billedEvery, periodTo: subscriptions.periodTo },
        pricesIncludeTax: includesTax(subscriptions.sellerId),
        cancelled: sql<boolean>`${subscriptions.cancelledAt} is not null`,
      })
      .from(subscriptions)
      .where(and(eq(subscriptions.agencyId, agencyId), eq(subscriptions.customerId, id)))
      .orderBy(sql`${subscriptions.state} = 'ended'`, desc(subscriptions.startedAt), subscriptions.id)
      .limit(most);
    return { ...account, subscriptions: bought.map((row) => ({ ...row, unitMinor: asJson(row.unitMinor) })) };
  },
});
