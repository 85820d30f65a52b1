import { AppError } from "@tenantry/core/kernel/errors";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

interface Claims {
  method: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
  hasCookie: boolean;
  hasBearer: boolean;
  /** A machine's call, which its signature lets in or not. */
  isHook: boolean;
}

/**
 * The gate before every route, for every content type: SameSite does not separate tenants, because sibling subdomains
 * are one site. An unsafe method passes when the browser says it comes from this very origin; without that header,
 * when Origin is exactly ours; with neither, only a key or a
 * machine's signed call, without a cookie. Throws `cross_site`.
 */
export function refuseCrossSite(claims: Claims, ownOrigin: string): void {
  if (safeMethods.has(claims.method)) return;
  if (claims.secFetchSite !== undefined) {
    if (claims.secFetchSite === "same-origin") return;
  } else if (claims.origin !== undefined) {
    if (claims.origin === ownOrigin) return;
  } else if ((claims.hasBearer || claims.isHook) && !claims.hasCookie) {
    return;
  }
  throw new AppError("cross_site");
}
