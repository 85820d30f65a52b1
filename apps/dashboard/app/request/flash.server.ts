import { createHmac, timingSafeEqual } from "node:crypto";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { ToastMessage } from "../ui/toast.tsx";

const name = "__Host-flash";

/** Takes the message away once it was shown. */
export const blankFlash = `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;

/** Keeps a message for the page a redirect leads to. Signed: it is shown as our own words. */
export function flashCookie(ctx: Ctx, message: ToastMessage): string {
  const body = Buffer.from(JSON.stringify(message)).toString("base64url");
  return `${name}=${body}.${sign(ctx, body)}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60`;
}

/** The message a previous request left, if it is one of ours. */
export function readFlash(ctx: Ctx, cookies: string | null): ToastMessage | undefined {
  const pair = cookies?.split(";").find((part) => part.trim().startsWith(`${name}=`));
  const [body = "", given = ""] =
    pair
      ?.trim()
      .slice(name.length + 1)
      .split(".") ?? [];
  const expected = Buffer.from(sign(ctx, body));
  const actual = Buffer.from(given);
  if (!body || expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined;
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as ToastMessage;
}

function sign(ctx: Ctx, body: string): string {
  const binding = `flash\n${ctx.tenant?.host ?? "operator"}\n${body}`;
  return createHmac("sha256", ctx.app.config.secret).update(binding).digest("base64url").slice(0, 22);
}
