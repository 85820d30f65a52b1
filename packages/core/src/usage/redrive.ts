import { inTenant, type Tx } from "@tenantry/db";
import type pg from "pg";
import { recordEvents } from "./record.ts";
import type { QuarantineReason } from "./schemas.ts";
import { sortOut } from "./sort-out.ts";

const stepSize = 500;

interface Waiting {
  [column: string]: unknown;
  id: string;
  reason: QuarantineReason;
  source: string;
  eventId: string;
  meter: string;
  accountId: string | null;
  externalId: string | null;
  quantity: bigint;
  at: Date;
  zone: string;
}

/**
 * Counts what waited for an account or a meter that exists by now; the rest stays. Safe to run twice: taking a row out
 * of quarantine and counting it is one transaction, and an event counts once. The window was judged when the event came. Answers how many counted:
 * what had been told again meanwhile leaves the quarantine as a duplicate.
 */
export async function redriveUsage(pool: pg.Pool, agencyId: string): Promise<number> {
  const scope = { agency: agencyId, kind: "agency", account: agencyId } as const;
  let after = "00000000-0000-0000-0000-000000000000";
  let counted = 0;
  for (;;) {
    const step = await inTenant(pool, scope, (tx) => redriveStep(tx, agencyId, after));
    counted += step.counted;
    if (!step.last) return counted;
    after = step.last;
  }
}

async function redriveStep(
  tx: Tx,
  agencyId: string,
  after: string,
): Promise<{ counted: number; last?: string }> {
  const rows = await tx.named<Waiting>("usage_redrive_take", takeSql, [agencyId, after, stepSize]);
  const [first] = rows;
  if (!first) return { counted: 0 };
  const events = rows.map((row) => ({
    ...row,
    accountId: row.accountId ?? undefined,
    externalId: row.externalId ?? undefined,
    quantity: Number(row.quantity),
    at: row.at.toISOString(),
  }));
  const { countable, refused } = await sortOut(tx, agencyId, events, () => undefined);
  const staying = new Map(refused.map((one) => [rows[one.index]!.id, one.reason]));
  const leaving = rows.map((row) => row.id).filter((id) => !staying.has(id));
  const [counted] = await Promise.all([
    recordEvents(tx, { agencyId, zone: first.zone }, countable),
    tx.named("usage_redrive_release", releaseSql, [agencyId, leaving]),
    tx.named("usage_redrive_explain", explainSql, [agencyId, [...staying.keys()], [...staying.values()]]),
  ]);
  return { counted, last: rows.at(-1)!.id };
}

// Takes no lock: events first, then quarantine, is the order of ingest too. Two redrives of one row count it once.
const takeSql = `
  select q.id, q.reason, q.source, q.event_id as "eventId", q.meter, q.account_id as "accountId",
    q.external_id as "externalId", q.quantity, q.at, g.billing_zone as zone
  from usage_quarantine q join agencies g on g.agency_id = $1
  where q.agency_id = $1 and q.id > $2 and q.reason in ('unknown_account', 'ambiguous_account', 'unknown_meter')
    and (exists (select from accounts a where a.agency_id = $1 and a.id = q.account_id)
      or exists (select from accounts a where a.agency_id = $1 and a.external_id = q.external_id))
  order by q.id limit $3`;
const releaseSql = "delete from usage_quarantine where agency_id = $1 and id = any($2::uuid[])";
// An account may be known by now while the meter is not: the row says what is still missing.
const explainSql = `
  update usage_quarantine q set reason = r.reason
  from unnest($2::uuid[], $3::text[]) as r(id, reason)
  where q.agency_id = $1 and q.id = r.id and q.reason <> r.reason`;
