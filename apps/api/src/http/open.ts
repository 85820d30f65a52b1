import type { HttpBindings } from "@hono/node-server";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { type Opened, openRequest } from "@tenantry/core/request";
import { ownOrigin } from "@tenantry/core/tenancy/origin";
import type { Context, MiddlewareHandler } from "hono";
import { refuseCrossSite } from "./csrf.ts";
import { incomingOf } from "./incoming.ts";

/** What the web app's handlers share for one request. */
export interface Web {
  Bindings: HttpBindings;
  /** `rate` is what the answer says of the caller's quota. */
  Variables: { opened: Opened; rate: Record<string, string> };
}

/**
 * Stands in front of API and pages alike: host, tenant, session, then the cross-site gate. What it finds is opened
 * once; nothing behind it looks at host, cookie or key again.
 */
export function openMiddleware(app: App): MiddlewareHandler<Web> {
  return async (c, next) => {
    const opened = await openRequest(app, incomingOf(c, app.config.trustedProxies));
    c.set("opened", opened);
    refuseCrossSite(
      {
        method: c.req.method,
        secFetchSite: c.req.header("sec-fetch-site"),
        origin: c.req.header("origin"),
        hasCookie: c.req.header("cookie") !== undefined,
        hasBearer: c.req.header("authorization") !== undefined,
        isHook: c.req.path.startsWith("/api/hooks/"),
      },
      ownOrigin(opened.ctx),
    );
    await next();
  };
}

export function ctxOf(c: Context<Web>): Ctx {
  return c.get("opened").ctx;
}
