import { readSessionCookie } from "./identity/cookies.ts";
import { actorOfKey, readBearer } from "./identity/key-actor.ts";
import { splitToken } from "./identity/secrets.ts";
import { actorOfSession } from "./identity/session-actor.ts";
import type { Actor, App, Ctx, Tenant } from "./kernel/ctx.ts";
import { tellable } from "./kernel/database-errors.ts";
import { AppError } from "./kernel/errors.ts";
import { newRequestId } from "./kernel/ids.ts";
import { openOperatorRequest } from "./operators/request.ts";
import { parseHost } from "./tenancy/host.ts";
import { lookUp } from "./tenancy/look-up.ts";
import { operatorHost } from "./tenancy/origin.ts";
import { shutFor } from "./tenancy/shut.ts";
import type { AccountStatus } from "./tenancy/stop-modes.ts";

/** What of an HTTP request decides who asks and where. Nothing else of it is believed. */
export interface Incoming {
  host: string | undefined;
  cookie: string | undefined;
  authorization: string | undefined;
  ip: string;
  userAgent: string;
}

/** An opened request. `refusal` is why this actor may go no further although host and session are good. */
export interface Opened {
  ctx: Ctx;
  refusal?: AppError;
  /** The request carried a session that is no longer good; the browser should forget it. */
  staleSession: boolean;
}

/**
 * The one way in, for pages and API alike: host -> tenant and statuses -> session or key -> gate by realm.
 * Throws `not_found` for a host that is nobody's, `malformed_request` for credentials that contradict each other.
 */
export async function openRequest(app: App, incoming: Incoming): Promise<Opened> {
  const requestId = newRequestId();
  const host = parseHost(incoming.host);
  if (!host) throw new AppError("not_found");
  const authorization = givenAuthorization(incoming);
  const cookie = readSessionCookie(incoming.cookie);
  const bearer = readBearer(authorization);
  if (cookie === "several" || (cookie && authorization)) throw new AppError("malformed_request");
  const base = { app, requestId, ip: incoming.ip, userAgent: incoming.userAgent.slice(0, 300) };
  if (host === operatorHost(app.config)) return openOperatorRequest(base, cookie);

  const token = cookie ? splitToken(cookie) : undefined;
  const found = await lookUp(app, host, token?.id, bearer?.keyId).catch((error: unknown) => {
    throw tellable(error);
  });
  if (!found) throw new AppError("not_found");
  const { tenant, now } = found;

  let actor: Actor = { kind: "anonymous" };
  if (token && found.session) {
    actor = (await actorOfSession(app, tenant, found.session, token.secret, now)) ?? actor;
  }
  if (authorization)
    actor = await actorOfKey(app, tenant, found.key, bearer?.secret, { now, ip: incoming.ip });

  const ctx: Ctx = Object.freeze({
    ...base,
    tenant,
    actor,
    scope: scopeOf(tenant, actor),
    now: tenant.agencyMode === "test" ? new Date(now.getTime() + tenant.clockOffsetMs) : now,
    securityNow: now,
  });
  return {
    ctx,
    refusal: refusalOf(tenant, actor, found.session?.accountStatus),
    staleSession: Boolean(cookie) && actor.kind === "anonymous",
  };
}

/** A scheme without anything behind it is no credential: forms that try the API out send it when nothing was filled in. */
function givenAuthorization({ authorization }: Incoming): string | undefined {
  return authorization && /\S\s+\S/.test(authorization) ? authorization : undefined;
}

/** The account a transaction acts for: the actor's own, or for nobody yet the account whose host it is. */
function scopeOf(tenant: Tenant, actor: Actor): Ctx["scope"] {
  const own = actor.kind === "user" || actor.kind === "key";
  return {
    agency: tenant.agencyId,
    kind: own ? actor.accountKind : tenant.kind,
    account: own ? actor.accountId : tenant.accountId,
  };
}

/**
 * Agency suspended: everybody is refused. Reseller locked: its own people and keys; its customers unless it is stopped or
 * they are deactivated themselves. Keys are of the account whose host this is.
 */
function refusalOf(
  tenant: Tenant,
  actor: Actor,
  accountStatus: AccountStatus = tenant.status,
): AppError | undefined {
  if (tenant.agencyStatus === "suspended") return new AppError("agency_suspended");
  if (actor.kind !== "user" && actor.kind !== "key") return undefined;
  const shut = shutFor(tenant, { accountId: actor.accountId, accountStatus });
  return shut && new AppError(shut);
}
