import { safePath } from "./safe-path.ts";

/** Was it posted by a script, which shows the answer where it stands? */
export function fromScript(request: Request): boolean {
  return new URL(request.url).pathname.endsWith(".data") || request.headers.get("accept") === "*/*";
}

/** The page a form stood on, on this host and nowhere else. */
export function backTo(request: Request, otherwise: string): string {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return otherwise;
  const from = new URL(referer);
  return from.origin === new URL(request.url).origin ? safePath(`${from.pathname}${from.search}`) : otherwise;
}
