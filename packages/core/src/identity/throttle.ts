import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { Tenant } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";

/** So many tries in so many seconds, counted under a key of this host. */
export interface Limit {
  key: string;
  tries: number;
  seconds: number;
}

/**
 * Counts one try under each key and answers the seconds to wait, 0 when none is over its limit. It does not throw,
 * because the count must be committed. Tries are delayed, never locked out, and a try that succeeds is taken back by
 * `forgive`: strangers who guess cannot keep the owner away from a network of their own.
 */
export async function countTry(tx: Tx, tenant: Tenant, limits: Limit[]): Promise<number> {
  let wait = 0;
  for (const limit of [...limits].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const { rows } = await tx.execute<{ hits: number; wait: string }>(sql`
      insert into throttles as t (agency_id, key, distributor_id, reseller_id, hits, window_ends_at)
      values (${tenant.agencyId}, ${keyOn(tenant, limit)}, ${tenant.distributorId}, ${tenant.resellerId}, 1,
        now() + make_interval(secs => ${limit.seconds}))
      on conflict (agency_id, key) do update set
        hits = case when t.window_ends_at <= now() then 1 else t.hits + 1 end,
        window_ends_at = case when t.window_ends_at <= now() then excluded.window_ends_at else t.window_ends_at end
      returning hits, extract(epoch from window_ends_at - now()) as wait`);
    const row = rows[0]!;
    if (row.hits > limit.tries) wait = Math.max(wait, Math.ceil(Number(row.wait)));
  }
  return wait;
}

/** Throws `too_many_attempts` when there is something to wait for. */
export function refuseTooMany(seconds: number): void {
  if (seconds > 0) throw new AppError("too_many_attempts", { retryAfter: seconds, params: { seconds } });
}

/** Takes a successful try back. */
export async function forgive(tx: Tx, tenant: Tenant, limits: Limit[]): Promise<void> {
  for (const limit of limits) {
    await tx.execute(sql`
      update throttles set hits = greatest(hits - 1, 0)
      where agency_id = ${tenant.agencyId} and key = ${keyOn(tenant, limit)}`);
  }
}

/** Each host counts for itself: rows of another realm are out of reach, and its strangers are not this one's. */
function keyOn(tenant: Tenant, { key }: Limit): string {
  return `${tenant.accountId} ${key}`;
}

/** The network a caller is in: /24 of IPv4, /64 of IPv6; neighbours share a limit. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail] = plain.split("::");
  const [before, after] = [head, tail ?? ""].map((part) => (part ? part.split(":") : []));
  const zeros = tail === undefined ? 0 : 8 - before!.length - after!.length;
  return [...before!, ...Array<string>(zeros).fill("0"), ...after!].slice(0, 4).join(":");
}
