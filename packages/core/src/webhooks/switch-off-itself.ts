import type { Tx } from "@tenantry/db";
import { webhookEndpoints } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { writeJobAudit } from "../kernel/audit.ts";
import { newId } from "../kernel/ids.ts";
import { queueNotice } from "../notices/queue.ts";
import type { Claimed } from "./claim.ts";
import { ping } from "./event-types.ts";
import { type Outcome, wholeSchedule } from "./schedule.ts";
import { switchOff } from "./switch-off.ts";

type Why = "gone" | "failing";

/**
 * Why what came of a message switches its endpoint off; undefined where it stays on. Off at once where the receiver says
 * it is gone; else when a message was given up and none has arrived since it began, or when none has arrived for as long
 * as a schedule takes, however many wait for their turn. Where it may come to that the endpoint stays locked from here.
 */
export async function whyOff(tx: Tx, claimed: Claimed, outcome: Outcome): Promise<Why | undefined> {
  const { createdAt, failingSince, type, now } = claimed;
  if (outcome.state === "succeeded" || type === ping) return undefined;
  if (outcome.state === "pending" && !tooLong(failingSince, now)) return undefined;
  const endpoint = await lockEndpoint(tx, claimed);
  if (!endpoint) return undefined;
  if (outcome.state === "failed" && outcome.gone) return "gone";
  const none = outcome.state === "failed" && !(endpoint.arrived && endpoint.arrived > createdAt);
  return none || tooLong(endpoint.failingSince, now) ? "failing" : undefined;
}

const tooLong = (since: Date | null, now: Date) =>
  since !== null && now.getTime() - since.getTime() >= wholeSchedule * 1_000;

/** Switches it off after such a message, and tells its owners. */
export async function switchOffItself(tx: Tx, claimed: Claimed, why: Why): Promise<void> {
  const { agencyId, endpointId, accountId, id } = claimed;
  if ((await switchOff(tx, thatOf(claimed), why)) === undefined) return;
  await queueNotice(tx, { kind: "webhook_disabled", subjectId: endpointId, accountId });
  await writeJobAudit(tx, { agencyId, name: "webhooks.send", run: `send_${newId()}` }, "webhook.disable", {
    object: { kind: "webhook", id: endpointId },
    after: { state: "disabled", why, delivery: id },
    resellerId: claimed.resellerId,
  });
}

/** Its account is held before it: the notice to its people does that, and who changes an account announces that after. */
async function lockEndpoint(tx: Tx, claimed: Claimed) {
  const { lastSuccessAt: arrived, failingSince } = webhookEndpoints;
  const [, [endpoint]] = await Promise.all([
    tx.named("webhook_hold_account", holdAccountSql, [claimed.agencyId, claimed.accountId]),
    tx.select({ arrived, failingSince }).from(webhookEndpoints).where(thatOf(claimed)).for("update"),
  ]);
  return endpoint;
}

const thatOf = ({ agencyId, endpointId }: Claimed) =>
  and(eq(webhookEndpoints.agencyId, agencyId), eq(webhookEndpoints.id, endpointId));

const holdAccountSql = "select from accounts where agency_id = $1 and id = $2 for key share";
