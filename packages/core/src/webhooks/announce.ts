import { inTenant, type Tx } from "@tenantry/db";
import type { Jobs } from "../jobs/catalogue.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { App } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
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
  /** What a job that is repeated tells under the same ids again, which are then there already. A new one by default. */
  eventId?: string;
}

/**
 * Writes an event to every endpoint that has chosen it, in the transaction of the change, with its body as things are
 * now: the agency's endpoints, those of the reseller it is about and of its upline, never another's. One statement, which finds
 * nothing where there are no endpoints; need not be waited for.
 */
export async function announce(tx: Tx, { resellerId, ...event }: Event): Promise<void> {
  await tx.named("webhook_announce", announceOneSql, valuesOf(event, resellerId));
}

/** The same of several resellers to which the same happened at once: each is told of itself alone. */
export async function announceEach(
  tx: Tx,
  { resellerIds, ...event }: Omit<Event, "resellerId"> & { resellerIds: string[] },
): Promise<void> {
  if (resellerIds.length === 0) return;
  await tx.named("webhook_announce_each", announceEachSql, valuesOf(event, resellerIds));
}

function valuesOf(event: Omit<Event, "resellerId">, about: string | string[]): unknown[] {
  const { agencyId, type, at, more = {}, fromVersionId = null, eventId = newId() } = event;
  return [agencyId, about, type, at.toISOString(), JSON.stringify(more), fromVersionId, eventId];
}

/**
 * The same from a verb that changes a reseller. Below the agency a transaction sees neither the agency's endpoints nor
 * its plans, so there a job tells everybody right after it.
 */
export function announceChange(
  { tx, ctx }: Pick<Run, "tx" | "ctx">,
  type: EventType,
  resellerId: string,
  more: Event["more"] = {},
): Promise<void> {
  const event = { type, resellerId, more };
  if (ctx.scope.kind === "agency")
    return announce(tx, { agencyId: ctx.tenant.agencyId, at: ctx.now, ...event });
  return enqueue(tx, "webhook.announce", { ...event, at: ctx.now.toISOString(), eventId: newId() });
}

/** Tells of what was done below the agency, for the worker. */
export async function announceLater(
  { pool }: Pick<App, "pool">,
  { agencyId, at, ...event }: Jobs["webhook.announce"] & { agencyId: string },
): Promise<void> {
  await inTenant(pool, { agency: agencyId, kind: "agency", account: agencyId }, (tx) =>
    announce(tx, { agencyId, at: new Date(at), ...event }),
  );
}

const planSql = (version: string) => `(
    select json_build_object('id', p.id, 'name', p.name, 'version', v.number)
    from plan_versions v join plans p on p.agency_id = $1 and p.id = v.plan_id
    where v.agency_id = $1 and v.id = ${version})`;

/**
 * An endpoint that is being deleted or switched off right now is waited for and then left out. One reseller has a text of
 * its own: planned for a list, the statement would be planned anew each time, which takes longer than running it.
 */
const announceSql = (isAbout: string) => `
  insert into webhook_deliveries (agency_id, id, endpoint_id, distributor_id, reseller_id, type, about_id, body)
  select $1, md5($7::text || e.id || a.id)::uuid, e.id, e.distributor_id, e.reseller_id, $3, a.id,
    json_build_object('type', $3::text, 'timestamp', $4::text, 'data', jsonb_build_object(
      'reseller', json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'externalId', a.external_id,
        'type', r.type, 'status', case a.status when 'locked' then 'inactive' else a.status end,
        'archived', a.archived_at is not null, 'plan', ${planSql("r.plan_version_id")}))
      || case when $3 = 'plan.changed' then jsonb_build_object('previousPlan', ${planSql("$6::uuid")}) else '{}' end
      || $5::jsonb)::text
  from webhook_endpoints e
  join accounts a on a.agency_id = $1 and a.id ${isAbout}
  join resellers r on r.agency_id = $1 and r.id = a.id
  where e.agency_id = $1 and e.account_id in ($1, a.id, a.distributor_id) and e.disabled_at is null
    and $3 = any(e.event_types)
  for key share of e
  on conflict (agency_id, id) do nothing`;
const announceOneSql = announceSql("= $2::uuid");
const announceEachSql = announceSql("= any($2::uuid[])");
