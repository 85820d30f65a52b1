import type { Tx } from "@tenantry/db";
import { arrayLiteral } from "./array-literal.ts";

/** An account with the scope columns that are stamped on its events. */
export interface Owner {
  accountId: string;
  distributorId: string;
  resellerId: string;
  customerId: string;
}

/** Names an account by our id or by the product's own. */
export interface AccountRef {
  accountId?: string;
  externalId?: string;
}

interface Row extends Owner {
  [column: string]: unknown;
  externalId: string | null;
}

/**
 * Finds whom a batch is about, in one statement however long the batch is. The answer gives the owner, or why there is
 * none. Archived accounts still count, but a live one with the same external id goes first.
 */
export async function resolveAccounts(
  tx: Tx,
  agencyId: string,
  refs: AccountRef[],
): Promise<(ref: AccountRef) => Owner | "unknown_account" | "ambiguous_account"> {
  const ids = new Set<string>();
  const externalIds = new Set<string>();
  for (const ref of refs) {
    if (ref.accountId !== undefined) ids.add(ref.accountId);
    else externalIds.add(ref.externalId!);
  }
  const rows = await tx.named<Row>("usage_resolve_accounts", accountsSql, [
    agencyId,
    arrayLiteral([...ids]),
    arrayLiteral([...externalIds]),
  ]);
  const byId = new Map<string, Owner>();
  const byExternalId = new Map<string, Owner | "ambiguous_account">();
  for (const { externalId, ...owner } of rows) {
    if (externalId === null) byId.set(owner.accountId, owner);
    else byExternalId.set(externalId, byExternalId.has(externalId) ? "ambiguous_account" : owner);
  }
  return (ref) =>
    (ref.accountId !== undefined ? byId.get(ref.accountId) : byExternalId.get(ref.externalId!)) ??
    "unknown_account";
}

const columns = `a.id as "accountId", a.distributor_id as "distributorId", a.reseller_id as "resellerId",
  a.customer_id as "customerId"`;
const accountsSql = `
  select ${columns}, null as "externalId" from accounts a where a.agency_id = $1 and a.id = any($2::uuid[])
  union all
  select ${columns}, a.external_id from accounts a
  where a.agency_id = $1 and a.external_id = any($3::text[])
    and (a.archived_at is null or not exists (
      select from accounts live
      where live.agency_id = $1 and live.external_id = a.external_id and live.archived_at is null))`;

/** The agency's meters, in its order: key -> counter or gauge. */
export async function metersOf(tx: Tx, agencyId: string): Promise<Map<string, "counter" | "gauge">> {
  const rows = await tx.named<{ key: string; kind: "counter" | "gauge" }>(
    "usage_meters",
    "select key, kind from meters where agency_id = $1 order by position, key",
    [agencyId],
  );
  return new Map(rows.map((row) => [row.key, row.kind]));
}
