/**
 * A path on this host and nothing else, else "/". Judged as a browser would read it: "//host", "/\host" and a tab or
 * newline between the slashes all lead away (T16).
 */
export function safePath(value: unknown): string {
  const here = "https://here.invalid";
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, here)) return "/";
  const url = new URL(value, here);
  return url.origin === here ? `${url.pathname}${url.search}` : "/";
}
