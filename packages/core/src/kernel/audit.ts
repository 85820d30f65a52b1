import type { Tx } from "@tenantry/db";
import type { VerbName } from "../policy.ts";
import type { Actor, Ctx } from "./ctx.ts";
import { newId } from "./ids.ts";
import { ownPlace } from "./rows.ts";

/** What the audit says of one change. `none` is for what is its own record (usage events) and says why. */
export type Audit =
  | {
      object: { kind: string; id: string };
      before?: Record<string, unknown>;
      after?: Record<string, unknown>;
      /** Scope columns of the object where it is not the actor's own account. */
      resellerId?: string;
      distributorId?: string;
    }
  | { none: string };

// What is about a reseller is its upline's to see, too, whoever did it.
const insertSql = `
  insert into audit_entries (agency_id, id, actor_kind, actor_id, action, object_kind, object_id, distributor_id,
    reseller_id, before, after, request_id, host, ip)
  values ($1, $2, $3, $4, $5, $6, $7, coalesce((
    select distributor_id from accounts where agency_id = $1 and id = $9 and kind = 'reseller'), $8), $9, $10, $11, $12,
    $13, $14)`;

/** Writes the entries in the transaction that made the change; secrets never belong into before or after. */
export async function writeAudit(tx: Tx, ctx: Ctx, verb: VerbName, audits: Audit | Audit[]): Promise<void> {
  const { tenant } = ctx;
  if (!tenant) return;
  const own = ownPlace(ctx, tenant);
  const writing = [audits].flat().map((audit) => {
    if ("none" in audit) return undefined;
    const { object, before, after } = audit;
    return tx.named("insert_audit_entry", insertSql, [
      tenant.agencyId,
      newId(),
      ctx.actor.kind,
      actorId(ctx.actor),
      verb,
      object.kind,
      object.id,
      audit.distributorId ?? own.distributorId,
      audit.resellerId ?? own.resellerId,
      before,
      after,
      ctx.requestId,
      tenant.host,
      ctx.ip,
    ]);
  });
  await Promise.all(writing);
}

/** The same for work without a request: a sweep that carries out what people decided earlier. */
export async function writeJobAudit(
  tx: Tx,
  job: { agencyId: string; name: string; run: string },
  verb: VerbName,
  { object, before, after, resellerId }: Exclude<Audit, { none: string }>,
): Promise<void> {
  const scope = [job.agencyId, resellerId ?? job.agencyId];
  const values = [job.agencyId, newId(), "job", job.name, verb, object.kind, object.id, ...scope];
  await tx.named("insert_audit_entry", insertSql, [...values, before, after, job.run, null, null]);
}

function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "key":
      return actor.keyId;
    case "operator":
      return actor.operatorId;
    case "job":
      return actor.name;
    case "anonymous":
      return "anonymous";
  }
}
