import { accounts, hostnames } from "@tenantry/db/schema";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { loginHost } from "../tenancy/origin.ts";

/** A seller that a row can name; undefined for a name of several. */
export type Partner = { id: string; name: string } | undefined;

/** The resellers that a file names, by name or login domain in lower case; one statement for all of them. */
export async function readPartners({ tx, ctx }: Run, named: string[]): Promise<Map<string, Partner>> {
  const wanted = [...new Set(named.map((name) => name.toLowerCase()))];
  if (wanted.length === 0) return new Map();
  const hosts = new Map(wanted.map((name) => [loginHost(ctx.app.config, name), name]));
  const rows = await tx
    .selectDistinct({ id: accounts.id, name: accounts.name, nameCi: accounts.nameCi, host: hostnames.host })
    .from(accounts)
    .leftJoin(
      hostnames,
      and(
        eq(hostnames.agencyId, accounts.agencyId),
        eq(hostnames.accountId, accounts.id),
        inArray(hostnames.host, [...hosts.keys()]),
      ),
    )
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.kind, "reseller"),
        isNull(accounts.archivedAt),
        or(inArray(accounts.nameCi, wanted), inArray(hostnames.host, [...hosts.keys()])),
      ),
    );
  const found = new Map<string, Partner>();
  for (const { id, name, nameCi } of rows)
    if (nameCi)
      found.set(nameCi, !found.has(nameCi) || found.get(nameCi)?.id === id ? { id, name } : undefined);
  // A login domain is one reseller's alone, and comes before another's name.
  for (const { id, name, host } of rows) if (host) found.set(hosts.get(host)!, { id, name });
  return found;
}
