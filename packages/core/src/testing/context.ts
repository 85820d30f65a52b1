import type { App, Ctx } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
import { openRequest } from "../request.ts";

/** The context a request on `host` has, with a session cookie's value if given: opened the way requests are. */
export async function contextFor(app: App, host: string, session?: string): Promise<Ctx> {
  const { ctx, refusal } = await openRequest(app, {
    host,
    cookie: session ? `__Host-session=${session}` : undefined,
    authorization: undefined,
    ip: "127.0.0.1",
    userAgent: "test",
  });
  if (refusal) throw refusal;
  return ctx;
}

/** The context of a command line: the installation's operator. */
export function commandLine(app: App): Ctx {
  const now = new Date();
  return {
    app,
    requestId: `cli_${newId()}`,
    actor: { kind: "job", name: "test" },
    now,
    securityNow: now,
    ip: "local",
    userAgent: "test",
  };
}
