import { inTenant, type Tx } from "@tenantry/db";
import type { Jobs } from "../jobs/catalogue.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { App } from "../kernel/ctx.ts";
import type { Run } from "../kernel/verb.ts";
import type { EventType } from "./event-types.ts";

/** Something that happened to a reseller. */
export interface Event {
  agencyId: string;
  type: EventType;
  resellerId: string;
  /** Business time. */
  at: Date;
  /** Facts beside the reseller's own. */
  more?: Record<string, unknown>;
  /** The plan's version before a change of plan. */
  fromVersionId?: string | null;
}

/**
 * Writes an event to every endpoint that has chosen it, in the transaction of the change, with its body as things are
 * now: the agency's endpoints, those of the reseller it is about and of its upline, never another's. One statement, which finds
 * nothing where there are no endpoints; need not be waited for.
 */
export function announce(tx: Tx, { resellerId, ...event }: Event): Promise<void> {
  return announceEach(tx, { ...event, resellerIds: [resellerId] });
}

/** The same of several resellers to which the same happened at once: each is told of itself alone. */
export async function announceEach(
  tx: Tx,
  {
    agencyId,
    type,
    resellerIds,
    at,
    more = {},
    fromVersionId = null,
  }: Omit<Event, "resellerId"> & { resellerIds: string[] },
): Promise<void> {
  if (resellerIds.length === 0) return;
  const values = [agencyId, resellerIds, type, at.toISOString(), JSON.stringify(more), fromVersionId];
  await tx.named("webhook_announce", announceSql, values);
}

/**
 * The same from a verb that changes a reseller. An upline's transaction sees no endpoint of the agency, so there a job
 * tells everybody right after it.
 */
export function announceChange(
  { tx, ctx }: Pick<Run, "tx" | "ctx">,
  type: EventType,
  resellerId: string,
  more: Event["more"] = {},
): Promise<void> {
  if (ctx.scope.kind === "upline")
    return enqueue(tx, "webhook.announce", { type, resellerId, at: ctx.now.toISOString(), more });
  return announce(tx, { agencyId: ctx.tenant.agencyId, type, resellerId, at: ctx.now, more });
}

/** Tells of what an upline did, for the worker. */
export async function announceLater(
  { pool }: Pick<App, "pool">,
  { agencyId, type, resellerId, at, more }: Jobs["webhook.announce"] & { agencyId: string },
): Promise<void> {
  await inTenant(pool, { agency: agencyId, kind: "agency", account: agencyId }, (tx) =>
    announce(tx, { agencyId, type, resellerId, at: new Date(at), more }),
  );
}

const planSql = (version: string) => `(
    select json_build_object('id', p.id, 'name', p.name, 'version', v.number)
    from plan_versions v join plans p on p.agency_id = $1 and p.id = v.plan_id
    where v.agency_id = $1 and v.id = ${version})`;

// An endpoint that is being deleted or switched off right now is waited for and then left out.
const announceSql = `
  insert into webhook_deliveries (agency_id, id, endpoint_id, distributor_id, reseller_id, type, about_id, body)
  select $1, gen_random_uuid(), e.id, e.distributor_id, e.reseller_id, $3, a.id,
    json_build_object('type', $3::text, 'timestamp', $4::text, 'data', jsonb_build_object(
      'reseller', json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'externalId', a.external_id,
        'type', r.type, 'status', case a.status when 'locked' then 'inactive' else a.status end,
        'archived', a.archived_at is not null, 'plan', ${planSql("r.plan_version_id")}))
      || case when $3 = 'plan.changed' then jsonb_build_object('previousPlan', ${planSql("$6::uuid")}) else '{}' end
      || $5::jsonb)::text
  from webhook_endpoints e
  join accounts a on a.agency_id = $1 and a.id = any($2::uuid[])
  join resellers r on r.agency_id = $1 and r.id = a.id
  where e.agency_id = $1 and e.account_id in ($1, a.id, a.distributor_id) and e.disabled_at is null
    and $3 = any(e.event_types)
  for key share of e`;
