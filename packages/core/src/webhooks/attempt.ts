import type { App } from "../kernel/ctx.ts";
import type { Egress } from "../platform/egress/egress.ts";
import type { Claimed } from "./claim.ts";
import { keptAnswer } from "./redact.ts";
import { outcomeOf } from "./schedule.ts";
import { unsealSecret } from "./secret.ts";
import { type Attempt, settle } from "./settle.ts";
import { messageId } from "./show.ts";
import { signedHeaders } from "./sign.ts";

/** Sends one claimed message and writes down what came of it. No transaction is open while the receiver is waited for. */
export async function attemptDelivery(app: App, egress: Egress, claimed: Claimed): Promise<void> {
  const { id, body, url, now, step, type } = claimed;
  const secrets = secretsOf(app, claimed);
  const began = performance.now();
  const result = secrets
    ? await egress({
        url,
        body,
        headers: {
          "content-type": "application/json",
          "user-agent": "Webhooks",
          ...signedHeaders(secrets, { id: messageId(id), at: now, body }),
        },
      })
    : ({ failure: "secret_lost" } as const);
  const attempt: Attempt = {
    durationMs: Math.round(performance.now() - began),
    status: "status" in result ? result.status : null,
    failure: "failure" in result ? result.failure : null,
    answer: "status" in result ? keptAnswer(result.body, secrets ?? []) : null,
  };
  const outcome = outcomeOf(attempt.status, step, type, Math.random());
  await persistently(() => settle(app.pool, claimed, attempt, outcome));
}

/** What is sent and not written down is sent again: a connection that was busy or broke is no reason for that. */
async function persistently(write: () => Promise<void>): Promise<void> {
  for (let left = 2; left > 0; left--) {
    try {
      return await write();
    } catch {
      // The last failure is the caller's to know.
    }
  }
  await write();
}

/**
 * The secrets that sign now; undefined when the newest was sealed under a key this installation no longer has. An earlier
 * one that cannot be opened is left out: a rotation is the way out of that.
 */
function secretsOf(app: App, claimed: Claimed): string[] | undefined {
  const place = { agencyId: claimed.agencyId, endpointId: claimed.endpointId };
  const open = (keyId: string, sealed: Buffer) => {
    try {
      return unsealSecret(app, place, keyId, sealed);
    } catch (error) {
      app.log.error({ err: error, ...place }, "a webhook's secret cannot be opened");
      return undefined;
    }
  };
  const newest = open(claimed.secretKeyId, claimed.secret);
  if (newest === undefined) return undefined;
  const { previousSecret, previousSecretKeyId } = claimed;
  const previous = previousSecret && previousSecretKeyId && open(previousSecretKeyId, previousSecret);
  return previous ? [newest, previous] : [newest];
}
