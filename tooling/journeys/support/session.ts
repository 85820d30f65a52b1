import type { BrowserContext } from "playwright-core";

/** The address is https because of the cookie's prefix; browsers take such cookies on localhost without it too. */
export async function keepSession(context: BrowserContext, host: string, session: string): Promise<void> {
  const url = `https://${host}`;
  await context.addCookies([
    { name: "__Host-session", value: session, url, httpOnly: true, secure: true, sameSite: "Lax" },
  ]);
}
