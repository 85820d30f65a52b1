import type { Config } from "../kernel/ctx.ts";
import { seal, unseal } from "../kernel/sealed.ts";

/** What is sealed of an account, and whose it is: sealed for there, it opens nowhere else. */
interface Place {
  agencyId: string;
  accountId: string;
  what: "secret_key" | "webhook_secret" | "connect_secrets";
}

/** Which key new secrets are sealed under; stored beside each, so that a later key can stand beside this one. */
export const sealKeyId = "k1";

export function sealGatewaySecret({ secret }: Config, place: Place, plain: string): Buffer {
  return seal(secret, "gateway key", textOf(place, sealKeyId), Buffer.from(plain));
}

/** What was sealed. Throws when it was sealed for elsewhere or under another key, or has been touched. */
export function openGatewaySecret({ secret }: Config, place: Place, keyId: string, sealed: Buffer): string {
  return unseal(secret, "gateway key", textOf(place, keyId), sealed).toString("utf8");
}

function textOf({ agencyId, accountId, what }: Place, keyId: string): string {
  return [agencyId, "gateway_accounts", what, accountId, keyId].join("|");
}
