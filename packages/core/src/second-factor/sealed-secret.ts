import type { App } from "../kernel/ctx.ts";
import { seal, unseal } from "../kernel/sealed.ts";

/** Where a person's secret stands: sealed for there, it opens nowhere else. */
export interface SecretPlace {
  agencyId: string;
  /** Stored, or carried in the page of somebody who is setting it up. */
  table: "second_factors" | "enrolment";
  userId: string;
}

/** Which key new secrets are sealed under; stored beside each, so that a later key can stand beside this one. */
export const sealKeyId = "k1";

export function sealSecret({ config }: App, place: SecretPlace, text: string): Buffer {
  return seal(config.secret, "second factor", textOf(place, sealKeyId), Buffer.from(text));
}

/** The text that was sealed. Throws when it was sealed elsewhere or under another key, or has been touched. */
export function unsealSecret({ config }: App, place: SecretPlace, keyId: string, sealed: Buffer): string {
  return unseal(config.secret, "second factor", textOf(place, keyId), sealed).toString("utf8");
}

function textOf({ agencyId, table, userId }: SecretPlace, keyId: string): string {
  return [agencyId, table, "secret", userId, keyId].join("|");
}
