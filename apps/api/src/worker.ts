import { sealWaiting } from "@tenantry/core/audit/seal";
import { remindOfInvoices } from "@tenantry/core/dunning/sweep";
import { openApp } from "@tenantry/core/open-app";
import { makeLateCalls } from "@tenantry/core/payments/late-calls";
import { carryOutPlanChanges } from "@tenantry/core/plans/sweep";
import { openEgress } from "@tenantry/core/platform/egress/egress";
import { outboxTransport, resendTransport } from "@tenantry/core/platform/mail/transport";
import { checkForLeaks } from "@tenantry/core/reports/leak-check";
import { carryOutTypeChanges } from "@tenantry/core/resellers/type-sweep";
import { carryOnSubscriptions } from "@tenantry/core/subscriptions/sweep";
import { carryOutTransfers } from "@tenantry/core/transfers/sweep";
import { foldWaiting } from "@tenantry/core/usage/index";
import { ensurePartitions } from "@tenantry/core/usage/partitions";
import { openQueuePool } from "@tenantry/db";
import { readSettings } from "./config.ts";
import { startDeliveries } from "./worker/deliveries.ts";
import { keepHeartbeat } from "./worker/heartbeat.ts";
import { startQueue } from "./worker/queue.ts";
import { repeat } from "./worker/repeat.ts";

/** Runs the queue's jobs, the usage fold and the heartbeat. Any number of these may run at once. */
const settings = readSettings("worker", process.env);
const app = openApp(settings);
const queuePool = openQueuePool({
  url: settings.databaseUrl,
  max: 4,
  onConnectionError: (err) => app.log.warn({ err }, "queue connection lost"),
});
const transport = settings.resend ? resendTransport(settings.resend) : outboxTransport;

const second = 1_000;
const rounds = [
  repeat(app.log, "usage fold", second, () => foldWaiting(app.pool)),
  repeat(app.log, "plan changes", 10 * second, () => carryOutPlanChanges(app.pool)),
  repeat(app.log, "type changes", 10 * second, () => carryOutTypeChanges(app.pool)),
  repeat(app.log, "transfers", 10 * second, () => carryOutTransfers(app.pool)),
  repeat(app.log, "subscriptions", 10 * second, () => carryOnSubscriptions(app.pool)),
  repeat(app.log, "late gateway calls", 10 * second, () => makeLateCalls(app.pool)),
  repeat(app.log, "reminders", 10 * second, () => remindOfInvoices(app.pool)),
  repeat(app.log, "leaks", 600 * second, () => checkForLeaks(app.pool)),
  repeat(app.log, "sweep", 3_600 * second, () => app.pool.query("select app.sweep_expired()")),
  repeat(app.log, "audit seal", 2 * second, () => sealWaiting(app)),
  repeat(app.log, "idempotency sweep", 600 * second, () =>
    app.pool.query("select app.sweep_idempotency_keys()"),
  ),
  repeat(app.log, "webhook sweep", 3_600 * second, () => app.pool.query("select app.sweep_webhooks()")),
  repeat(app.log, "import sweep", 3_600 * second, () =>
    app.pool.query("select app.sweep_reseller_imports(), app.sweep_customer_imports()"),
  ),
  repeat(app.log, "draft sweep", 3_600 * second, () => app.pool.query("select app.sweep_reseller_drafts()")),
  startDeliveries(app, openEgress({ allowed: app.config.egressAllowed })),
  repeat(app.log, "usage partitions", 3_600 * second, () => ensurePartitions(app.pool)),
];
const queue = await startQueue(app, queuePool, transport);
rounds.push(repeat(app.log, "heartbeat", 5 * second, () => keepHeartbeat(queuePool, queue.workerIds())));

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 25 * second).unref();
  await Promise.all(rounds.map((round) => round.stop()));
  await queue.stop();
  await Promise.all([queuePool.end(), app.pool.end()]);
  process.exit(0);
}
for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(event, stop);
