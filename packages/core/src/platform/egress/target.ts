import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** Where a request may go, as far as its address alone says. */
export interface Target {
  url: URL;
  /** Name or address, IPv6 without its brackets. */
  host: string;
  port: number;
  secure: boolean;
  /** Named by the installation itself: neither https nor a public address is asked of it. */
  allowed: boolean;
}

const longest = 2_000;

/**
 * Reads an address that somebody else has written. Only https on its own port is let through, without a name or
 * password in it, and no number that is not public; the URL parser has by then written every octal, hexadecimal or short
 * number out. `allowed` names host:port pairs that are exempt.
 */
export function readTarget(text: string, allowed: readonly string[]): Target | "url" | "address" {
  if (text.length > longest || !URL.canParse(text)) return "url";
  const url = new URL(text);
  const secure = url.protocol === "https:";
  if ((!secure && url.protocol !== "http:") || url.username || url.password) return "url";
  const port = Number(url.port || (secure ? 443 : 80));
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const target = { url, host, port, secure };
  if (allowed.includes(`${url.hostname}:${port}`)) return { ...target, allowed: true };
  if (!secure || port !== 443) return "url";
  if (isIP(host)) return isPublicAddress(host) ? { ...target, allowed: false } : "address";
  // A name without a dot, or with one at its end, is looked up in the machine's own surroundings.
  return /^[^.].*\.[^.]+$/.test(host) ? { ...target, allowed: false } : "url";
}
