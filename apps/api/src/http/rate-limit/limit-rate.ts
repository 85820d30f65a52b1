import { isIPv6 } from "node:net";
import { type RateLimits, rateLimitsOf } from "@tenantry/core/api-keys/limits";
import { networkOf } from "@tenantry/core/identity/throttle";
import type { App } from "@tenantry/core/kernel/ctx";
import { AppError } from "@tenantry/core/kernel/errors";
import type { Opened } from "@tenantry/core/request";
import type { Context, MiddlewareHandler } from "hono";
import { incomingOf } from "../incoming.ts";
import type { Web } from "../open.ts";
import { makeWindows, type Partition, type Taken } from "./windows.ts";

/** Counts the API's requests and says so in each answer (draft-ietf-httpapi-ratelimit-headers-11). */
export interface RateLimit {
  middleware: MiddlewareHandler<Web>;
  /** The headers for an answer that is an error, and the refusal in its place when it was one too many. */
  atError(c: Context<Web>): { headers: Record<string, string>; refusal?: AppError };
}

/**
 * In this process, without asking the database: a key or person has a quota, and so has the tenant whose host it is.
 * Nobody known counts by network address and never against the tenant, whose quota a stranger could use up.
 */
export function limitRate(app: App): RateLimit {
  const limits = rateLimitsOf(app.config);
  const take = makeWindows(limits.windowSeconds, () => performance.now());
  const decide = (c: Context<Web>) => {
    const opened = c.get("opened") as Opened | undefined;
    const { ip } = opened?.ctx ?? incomingOf(c, app.config.trustedProxies);
    const { allowed, taken } = take(partitionsOf(limits, opened, ip));
    const headers: Record<string, string> = {
      "ratelimit-policy": taken.map(({ partition }) => policyItem(partition, limits)).join(", "),
      ratelimit: taken.map(limitItem).join(", "),
    };
    if (allowed) return { headers };
    const spent = taken.filter(({ remaining }) => remaining === 0).map(({ resetSeconds }) => resetSeconds);
    const seconds = Math.max(...spent);
    return { headers, refusal: new AppError("rate_limited", { retryAfter: seconds, params: { seconds } }) };
  };
  return {
    middleware: async (c, next) => {
      const { headers, refusal } = decide(c);
      c.set("rate", headers);
      if (refusal) throw refusal;
      for (const name in headers) c.header(name, headers[name]);
      await next();
    },
    atError: (c) => {
      const headers = c.get("rate") as Record<string, string> | undefined;
      return headers ? { headers } : decide(c);
    },
  };
}

function partitionsOf(limits: RateLimits, opened: Opened | undefined, ip: string): Partition[] {
  const actor = opened?.ctx.actor;
  const tenant = opened?.ctx.tenant;
  const whole: Partition[] = tenant ? [{ policy: "tenant", of: tenant.accountId, quota: limits.tenant }] : [];
  switch (actor?.kind) {
    case "key":
      return [{ policy: "key", of: actor.keyId, quota: limits.caller }, ...whole];
    case "user":
      return [{ policy: "person", of: actor.userId, quota: limits.caller }, ...whole];
    case "operator":
      return [{ policy: "person", of: actor.operatorId, quota: limits.caller }];
    default:
      // Whoever has one address of IPv6 has all of its network, and would be somebody else each time.
      return [{ policy: "address", of: isIPv6(ip) ? networkOf(ip) : ip, quota: limits.address }];
  }
}

function policyItem({ policy, quota }: Partition, { windowSeconds }: RateLimits): string {
  return `"${policy}";q=${quota};w=${windowSeconds}`;
}

function limitItem({ partition, remaining, resetSeconds }: Taken): string {
  return `"${partition.policy}";r=${remaining};t=${resetSeconds}`;
}
