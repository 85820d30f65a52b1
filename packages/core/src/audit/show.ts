import type { Tx } from "@tenantry/db";
import { apiKeys, type auditEntries, users } from "@tenantry/db/schema";
import { and, type Column, eq, inArray, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Run } from "../kernel/verb.ts";
import type { auditEntry } from "./schemas.ts";

type Row = typeof auditEntries.$inferSelect;
type Shown = z.input<typeof auditEntry>;

/**
 * Entries as the reader may see them. Below the agency, who is not of the reader's account is `outside`, and where they
 * came from stays unsaid: the brand in front of a reseller is its own, and what its people do is not its upline's to
 * know. Who acted on the reader's own host is of it.
 */
export async function showEntries(run: Run, rows: Row[]): Promise<Shown[]> {
  const names = await namesOf(run, rows);
  const whole = run.ctx.scope.kind === "agency";
  return rows.map((row) => {
    const known = names.get(row.actorId);
    const own = whole || known !== undefined || row.host === run.ctx.tenant.host;
    return {
      id: row.id,
      at: row.at.toISOString(),
      actor: own
        ? { kind: row.actorKind, id: row.actorId, name: known ?? null }
        : { kind: "outside", id: null, name: null },
      action: row.action,
      object: { kind: row.objectKind, id: row.objectId },
      ip: own ? row.ip : null,
      host: own ? row.host : null,
      requestId: row.requestId,
      before: row.before as Shown["before"],
      after: row.after as Shown["after"],
    };
  });
}

/** Names of the people and keys among the actors: of everybody for the agency, below it of the reader's own account. */
async function namesOf({ tx, ctx }: Run, rows: Row[]): Promise<Map<string, string>> {
  const ids = (kind: Row["actorKind"]) => [
    ...new Set(rows.filter(({ actorKind }) => actorKind === kind).map(({ actorId }) => actorId)),
  ];
  const { agencyId } = ctx.tenant;
  const [people, keys] = [
    await read(tx, users, and(eq(users.agencyId, agencyId), ownActors(ctx, users.realmId)), ids("user")),
    await read(
      tx,
      apiKeys,
      and(eq(apiKeys.agencyId, agencyId), ownActors(ctx, apiKeys.accountId)),
      ids("key"),
    ),
  ];
  return new Map([...people, ...keys].map(({ id, name }) => [id, name]));
}

/** Below the agency only those of the reader's account, whatever else its scope holds. */
export function ownActors({ scope }: Run["ctx"], account: Column): SQL | undefined {
  return scope.kind === "agency" ? undefined : eq(account, scope.account);
}

async function read(tx: Tx, table: typeof users | typeof apiKeys, whose: SQL | undefined, ids: string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(and(whose, inArray(table.id, ids)));
}
