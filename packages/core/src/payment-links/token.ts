import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "../kernel/sealed.ts";

/**
 * What stands in a payment link's address: `<id>.<secret>`. The secret is 256 bits derived from the installation's and
 * the id, so that the link can be shown and copied as often as somebody asks while nothing that opens it is stored.
 */
export function paymentToken(secret: string, agencyId: string, linkId: string): string {
  return `${linkId}.${keyedHash(secret, "payment link", agencyId, linkId).toString("base64url")}`;
}

const form = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[\w-]{43}$/;

/** The link an address names, when its secret is the right one; compared in constant time. */
export function linkOfToken(secret: string, agencyId: string, token: string): string | undefined {
  const id = form.exec(token)?.[1];
  if (!id) return undefined;
  const wanted = Buffer.from(paymentToken(secret, agencyId, id));
  const given = Buffer.from(token);
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? id : undefined;
}
