import type { Ctx } from "@tenantry/core/kernel/ctx";
import { findAnywhere } from "@tenantry/core/search/find";
import { readListAddress } from "../../request/list-address.server.ts";
import type { Hit, HitGroup } from "./types.ts";

type Found = Awaited<ReturnType<typeof findAnywhere>>;

/** What the address is searched for. */
export function queryOf(request: Request): string {
  return readListAddress(request, { q: /^.{1,200}$/s }).q ?? "";
}

/** What was found, by kind; nothing where nothing was asked. */
export async function readHits(ctx: Ctx, query: string, limit: number): Promise<HitGroup[]> {
  if (query === "") return [];
  const found = await findAnywhere(ctx, { search: query, limit });
  return [...resellersOf(found, query), ...customersOf(found, query, ctx)];
}

function resellersOf({ resellers }: Found, query: string): HitGroup[] {
  if (!resellers) return [];
  const hits = resellers.hits.map(
    ({ host, ...hit }): Hit => ({ ...hit, mark: host, to: `/resellers/${hit.id}` }),
  );
  return [
    { kind: "resellers", hits, more: resellers.more, allTo: `/resellers?q=${encodeURIComponent(query)}` },
  ];
}

/** A distributor has no pages of customers: it is led to the reseller that each of them buys from. */
function customersOf({ customers }: Found, query: string, { tenant }: Ctx): HitGroup[] {
  if (!customers) return [];
  const hasPages = tenant?.kind !== "distributor";
  const hits = customers.hits.map(({ externalId, seller, ...hit }): Hit => {
    const other = seller && seller.id !== tenant?.accountId ? seller : undefined;
    const sellers = other && { name: other.name, to: `/resellers/${other.id}` };
    return {
      ...hit,
      mark: externalId,
      seller: sellers,
      to: hasPages || !sellers ? `/customers/${hit.id}` : sellers.to,
    };
  });
  const allTo = hasPages ? `/customers?q=${encodeURIComponent(query)}` : undefined;
  return [{ kind: "customers", hits, more: customers.more, allTo }];
}
