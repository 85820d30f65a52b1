import { keyedHash } from "../kernel/sealed.ts";

/**
 * One link of an agency's chain: it covers the entry, its place and the link before. Keyed, so that who can write to
 * the database still cannot make one.
 */
export function linkHash(
  secret: string,
  link: { agencyId: string; seq: number; previous: Buffer | undefined; line: string },
): Buffer {
  const { agencyId, seq, previous, line } = link;
  return keyedHash(secret, "audit chain", "link", agencyId, String(seq), previous ?? "", line);
}

/** Signs how far the chain goes. */
export function headMac(secret: string, head: { agencyId: string; seq: number; hash: Buffer }): Buffer {
  return keyedHash(secret, "audit chain", "head", head.agencyId, String(head.seq), head.hash);
}
