import type { Incoming } from "@tenantry/core/request";
import type { Context } from "hono";
import type { Web } from "./open.ts";

/**
 * What of this request decides who asks and where. X-Forwarded-* counts only when the connection comes from a proxy
 * that the configuration names; otherwise it is as if it were not there.
 */
export function incomingOf(c: Context<Web>, trustedProxies: string[]): Incoming {
  const socket = c.env.incoming.socket;
  const peer = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const header = (name: string) => c.req.header(name);
  const behindProxy = trustedProxies.includes(peer);
  const forwardedFor = behindProxy ? header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return {
    host: (behindProxy ? header("x-forwarded-host") : undefined) ?? c.env.incoming.headers.host,
    cookie: header("cookie"),
    authorization: header("authorization"),
    ip: forwardedFor ?? peer,
    userAgent: header("user-agent") ?? "",
  };
}
