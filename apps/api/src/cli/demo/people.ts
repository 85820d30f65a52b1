import { demoPassword } from "@tenantry/core/demo/cast";
import { acceptInvitation } from "@tenantry/core/invitations/accept";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { openRequest } from "@tenantry/core/request";

/** The context of somebody on a demo host, opened the way every request is. */
export async function visit(app: App, host: string, session?: string): Promise<Ctx> {
  const cookie = session ? `__Host-session=${session}` : undefined;
  const { ctx } = await openRequest(app, {
    host,
    cookie,
    authorization: undefined,
    ip: "local",
    userAgent: "demo",
  });
  return ctx;
}

/** The same, at an earlier moment of business time: for what is to look as if it had been there for weeks. */
export function daysAgo(ctx: Ctx, days: number): Ctx {
  return { ...ctx, now: new Date(ctx.securityNow.getTime() - days * 86_400_000) };
}

/** Takes up the invitation behind an activation link and answers the session. */
export async function activate(app: App, link: string, name: string): Promise<string> {
  const { hostname, pathname } = new URL(link);
  const token = pathname.split("/").at(-1) ?? "";
  const input = { token, name, password: demoPassword, confirm: demoPassword };
  return (await acceptInvitation(await visit(app, hostname), input)).token;
}
