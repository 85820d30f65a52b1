import type { Tx } from "@tenantry/db";
import { auditEntries } from "@tenantry/db/schema";
import type { VerbName } from "../policy.ts";
import type { Actor, Ctx } from "./ctx.ts";
import { newId } from "./ids.ts";

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

/** Writes the entries in the transaction that made the change; secrets never belong into before or after. */
export async function writeAudit(tx: Tx, ctx: Ctx, verb: VerbName, audits: Audit | Audit[]): Promise<void> {
  const { tenant } = ctx;
  if (!tenant) return;
  const rows = [audits].flat().flatMap((audit) =>
    "none" in audit
      ? []
      : [
          {
            agencyId: tenant.agencyId,
            id: newId(),
            actorKind: ctx.actor.kind,
            actorId: actorId(ctx.actor),
            action: verb,
            objectKind: audit.object.kind,
            objectId: audit.object.id,
            distributorId: audit.distributorId ?? tenant.distributorId,
            resellerId: audit.resellerId ?? tenant.resellerId,
            before: audit.before,
            after: audit.after,
            requestId: ctx.requestId,
            host: tenant.host,
            ip: ctx.ip,
          },
        ],
  );
  if (rows.length > 0) await tx.insert(auditEntries).values(rows);
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
