import { randomBytes } from "node:crypto";
import type { App } from "../kernel/ctx.ts";
import { seal, unseal } from "../kernel/sealed.ts";

/** Whose secret it is: sealed for there, it opens for no other endpoint. */
interface SecretPlace {
  agencyId: string;
  endpointId: string;
}

/** Which key new secrets are sealed under; stored beside each, so that a later key can stand beside this one. */
export const sealKeyId = "k1";

/** A secret of an endpoint's own, as receivers' libraries take it: "whsec_" and 32 bytes in base64. */
export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

export function sealSecret({ config }: App, place: SecretPlace, secret: string): Buffer {
  return seal(config.secret, "webhook secret", textOf(place, sealKeyId), Buffer.from(secret));
}

/** The secret that was sealed. Throws when it was sealed for elsewhere or under another key, or has been touched. */
export function unsealSecret({ config }: App, place: SecretPlace, keyId: string, sealed: Buffer): string {
  return unseal(config.secret, "webhook secret", textOf(place, keyId), sealed).toString("utf8");
}

function textOf({ agencyId, endpointId }: SecretPlace, keyId: string): string {
  return [agencyId, "webhook_endpoints", "secret", endpointId, keyId].join("|");
}
