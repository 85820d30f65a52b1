import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { Tx } from "@tenantry/db";
import type { Ctx } from "./ctx.ts";
import { AppError } from "./errors.ts";
import { ownPlace } from "./rows.ts";
import { seal, unseal } from "./sealed.ts";

/** An `Idempotency-Key` as the request brought it (draft -07); `command` answers each key once per operation. */
export interface Repeatable {
  key: string;
  /** Id of the API's operation: the same key on another one is another key. */
  operation: string;
  /** Of the input, keyed with the installation's secret. */
  fingerprint: Buffer;
  /** Called when the answer is one given before. */
  replayed(): void;
}

/**
 * The answer this key was given before, if any. Of a tenant, principal and operation: nobody meets another's key.
 * Throws `idempotency_key_reused` when it came with another body.
 */
export async function keptAnswer(tx: Tx, ctx: Ctx): Promise<{ answer: unknown } | undefined> {
  const { repeatable } = ctx;
  if (!repeatable) return undefined;
  const { read, place, name } = shelf(ctx, repeatable);
  const [row] = await tx.named<{ fingerprint: Buffer; answer: Buffer }>(`${name}_read`, read, place);
  if (!row) return undefined;
  if (!row.fingerprint.equals(repeatable.fingerprint)) throw new AppError("idempotency_key_reused");
  repeatable.replayed();
  return { answer: deserialize(unseal(ctx.app.config.secret, purpose, place.join("\n"), row.answer)) };
}

/**
 * Takes the key for this transaction, then looks whether it was answered before. Whoever comes while the transaction
 * that took it runs is told so at once (`idempotency_in_flight`); a crash gives it back with the transaction.
 */
export async function takeKey(tx: Tx, ctx: Ctx): Promise<{ answer: unknown } | undefined> {
  const { repeatable } = ctx;
  if (!repeatable) return undefined;
  const { place } = shelf(ctx, repeatable);
  const lock = createHash("sha256").update(place.join("\n")).digest().readBigInt64BE();
  const taking = tx.named<{ taken: boolean }>("idempotency_take", takeSql, [String(lock)]);
  const [[row], kept] = await Promise.all([taking, keptAnswer(tx, ctx)]);
  if (!row!.taken) throw new AppError("idempotency_in_flight", { retryAfter: 1 });
  return kept;
}

/** Keeps the answer in the transaction of the change it tells of. Only for who has taken the key. */
export async function keepAnswer(tx: Tx, ctx: Ctx, answer: unknown): Promise<void> {
  const { repeatable } = ctx;
  if (!repeatable) return;
  const { write, place, own, name } = shelf(ctx, repeatable);
  const sealed = seal(ctx.app.config.secret, purpose, place.join("\n"), serialize(answer));
  await tx.named(`${name}_write`, write, [...place, repeatable.fingerprint, sealed, ...own]);
}

const purpose = "idempotency answer";
const takeSql = "select pg_try_advisory_xact_lock($1) as taken";

const tenantRead = `
  select fingerprint, answer from idempotency_keys
  where agency_id = $1 and principal = $2 and operation = $3 and key = $4 and made_at > now() - interval '24 hours'`;
const tenantWrite = `
  insert into idempotency_keys (agency_id, principal, operation, key, fingerprint, answer, distributor_id, reseller_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (agency_id, principal, operation, key)
  do update set fingerprint = excluded.fingerprint, answer = excluded.answer, made_at = now()`;
const operatorRead = `
  select fingerprint, answer from platform.operator_idempotency_keys
  where principal = $1 and operation = $2 and key = $3 and made_at > now() - interval '24 hours'`;
const operatorWrite = `
  insert into platform.operator_idempotency_keys (principal, operation, key, fingerprint, answer)
  values ($1, $2, $3, $4, $5)
  on conflict (principal, operation, key)
  do update set fingerprint = excluded.fingerprint, answer = excluded.answer, made_at = now()`;

/** Where a key stands: a tenant's in the tenant's table, the operator's in the installation's. */
function shelf(ctx: Ctx, { key, operation, fingerprint }: Repeatable) {
  const whose = [principalOf(ctx, fingerprint), operation, key];
  const { tenant } = ctx;
  if (!tenant)
    return { name: "operator_key", read: operatorRead, write: operatorWrite, place: whose, own: [] };
  const own = ownPlace(ctx, tenant);
  return {
    name: "tenant_key",
    read: tenantRead,
    write: tenantWrite,
    place: [tenant.agencyId, ...whose],
    own: [own.distributorId, own.resellerId],
  };
}

/** Nobody known is whoever can say the same: the body of such a request holds the password or the link's token. */
function principalOf({ actor, tenant }: Ctx, fingerprint: Buffer): string {
  switch (actor.kind) {
    case "user":
      return `user:${actor.userId}:${actor.accountId}`;
    case "key":
      return `key:${actor.keyId}`;
    case "operator":
      return `operator:${actor.operatorId}`;
    case "job":
      return `job:${actor.name}`;
    case "anonymous":
      return `anonymous:${tenant?.host ?? "operator"}:${fingerprint.toString("base64url")}`;
  }
}
