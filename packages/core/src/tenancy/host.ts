/**
 * The host of a request as it is looked up: lower case, without port. Undefined for anything that is not exactly a
 * DNS name of letters, digits, hyphens and dots; nothing is repaired, because a repaired host is somebody else's.
 */
export function parseHost(header: string | undefined): string | undefined {
  if (!header || header.length > 260) return undefined;
  const match = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?$/.exec(header.toLowerCase());
  const host = match?.[1];
  return host && !host.includes("..") ? host : undefined;
}
