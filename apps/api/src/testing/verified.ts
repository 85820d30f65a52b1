import { Webhook } from "standardwebhooks";
import type { Received } from "./receiver.ts";

/** What a message says, read by the library its receivers use. Throws where `secret` has not signed it. */
export function verified(secret: string, { headers, body }: Received): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}
