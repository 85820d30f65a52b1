import type { Config } from "../kernel/ctx.ts";
import { fieldError } from "../kernel/errors.ts";
import { readTarget } from "../platform/egress/target.ts";

/** The address as it is stored. Throws a field error when it is none we would call; names are looked up at each call. */
export function toWebhookUrl({ egressAllowed }: Config, text: string): string {
  const target = readTarget(text, egressAllowed);
  if (target === "url") throw fieldError("/url", "webhook_url_wrong");
  if (target === "address") throw fieldError("/url", "webhook_url_private");
  target.url.hash = "";
  return target.url.href;
}
