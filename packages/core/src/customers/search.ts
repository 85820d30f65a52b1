import { accounts } from "@tenantry/db/schema";
import { inArray, like, or, type SQL, sql } from "drizzle-orm";
import { likePattern } from "../kernel/like-pattern.ts";
import type { Run } from "../kernel/verb.ts";
import { beginning } from "../search/find-sql.ts";

/** Shorter patterns hold no trigram; more hits than this are found faster by walking the list's order. */
const shortestIndexed = 3;
const mostIndexedHits = 1_000;

/** What a search asks of accounts: part of a name or e-mail, or the beginning of a code or external id. */
export async function searchCondition(run: Run, search: string): Promise<SQL | undefined> {
  const ids = await indexedHits(run, search);
  if (ids) return inArray(accounts.id, ids);
  return or(
    like(accounts.search, likePattern(search)),
    sql`starts_with(${accounts.code}, ${search.toUpperCase()})`,
    sql`starts_with(${accounts.externalId}, ${search})`,
  );
}

/** Ids the indexes find, or undefined where walking is the better way. What hangs on a distributor is little. */
async function indexedHits({ tx, ctx }: Run, search: string): Promise<string[] | undefined> {
  const { kind } = ctx.scope;
  if (search.length < shortestIndexed || (kind !== "agency" && kind !== "reseller")) return undefined;
  const values = [
    ctx.tenant.agencyId,
    likePattern(search),
    ...beginning(search.toUpperCase()),
    ...beginning(search),
  ];
  const [row] = await tx.named<{ ids: string[] }>(`customers_found_${kind}`, statements[kind], values);
  const { ids } = row!;
  return ids.length > mostIndexedHits ? undefined : ids;
}

const found = (byPart: string, within: string) => `
  select array(
    select unnest(app.${byPart}('customer', $2, ${mostIndexedHits + 1}))
    union
    (select id from accounts where agency_id = $1 and kind = 'customer' ${within} and code >= $3 and code < $4
      limit ${mostIndexedHits + 1})
    union
    (select id from accounts where agency_id = $1 ${within} and external_id >= $5 and external_id < $6
      limit ${mostIndexedHits + 1})) as ids`;

const statements = {
  agency: found("search_accounts", ""),
  reseller: found("search_own_accounts", "and reseller_id = app.account_id()"),
};
