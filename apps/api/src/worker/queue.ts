import { carryOutBulkRun } from "@tenantry/core/bulk/carry-out";
import { catchUp } from "@tenantry/core/clock/catch-up";
import { carryOutCustomerImport } from "@tenantry/core/customer-imports/carry-out";
import { announceFeature } from "@tenantry/core/features/announce";
import { mailReset } from "@tenantry/core/identity/mail-reset";
import { giveUpFile } from "@tenantry/core/imports/give-up";
import { customerShelf, resellerShelf } from "@tenantry/core/imports/shelf";
import type { JobName, Jobs } from "@tenantry/core/jobs/catalogue";
import type { App } from "@tenantry/core/kernel/ctx";
import { callBack } from "@tenantry/core/payments/call-back";
import { carryOutRefund } from "@tenantry/core/payments/carry-out-refund";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { markFailed, sendMail } from "@tenantry/core/platform/mail/send";
import type { MailTransport } from "@tenantry/core/platform/mail/transport";
import { carryOutResellerImport } from "@tenantry/core/reseller-imports/carry-out";
import { redriveUsage } from "@tenantry/core/usage/redrive";
import { announceLater } from "@tenantry/core/webhooks/announce";
import { Logger, run, type Task } from "graphile-worker";
import type pg from "pg";
import { repeat } from "./repeat.ts";
import { takeUpJobs } from "./take-up.ts";

type Handlers = { [N in JobName]: (job: Jobs[N] & { agencyId: string }) => Promise<unknown> };

/** Every job by name; each opens its own tenant transaction from the agency its payload carries. */
function handlers(app: App, transport: MailTransport): Handlers {
  return {
    "mail.send": async ({ agencyId, mailId }) => {
      try {
        await sendMail(app, transport, agencyId, mailId);
      } catch (error) {
        await markFailed(app, agencyId, mailId, (error as Error).message);
        throw error;
      }
    },
    "password.forgot": (job) => mailReset(app, job),
    "bulk-run.carry-out": (job) => carryOutBulkRun(app, job),
    "customer-import.carry-out": (job) => carryOutCustomerImport(app, job),
    "reseller-import.carry-out": (job) => carryOutResellerImport(app, job),
    "webhook.announce": (job) => announceLater(app, job),
    "feature.announce": (job) => announceFeature(app, job),
    "clock.catch-up": () => catchUp(app.pool),
    "payments.take-up": ({ agencyId, invoiceId }) => takeUpPayments(app.pool, agencyId, invoiceId),
    "payments.refund": (job) => carryOutRefund(app, job),
    "test-gateway.call-back": (job) => callBack(app, job),
    "usage.redrive": ({ agencyId }) => redriveUsage(app.pool, agencyId),
  };
}

/** What is done for a job that failed and is tried no more: whoever waits for it is told. */
function lastWords(app: App): Partial<Handlers> {
  return {
    "customer-import.carry-out": (job) => giveUpFile(app, customerShelf, job),
    "reseller-import.carry-out": (job) => giveUpFile(app, resellerShelf, { ...job, accountId: job.agencyId }),
  };
}

/** How long a job waits at most before it is taken up, when nothing else is going on. */
const takeUpPauseMs = 200;

/** Starts taking jobs from the queue. A job without an agency is refused: there is no work without a tenant. */
export async function startQueue(app: App, pool: pg.Pool, transport: MailTransport) {
  const ids = new Set<string>();
  const givenUp = lastWords(app);
  const taskList = Object.fromEntries(
    Object.entries(handlers(app, transport)).map(([name, handle]) => {
      const task: Task = async (payload, { job: { attempts, max_attempts: most } }) => {
        const job = payload as never as { agencyId?: string };
        if (!job.agencyId) throw new Error(`The job ${name} names no agency`);
        try {
          // What was queued under a name is what its handler takes: `enqueue` is typed by the same catalogue.
          await handle(job as never);
        } catch (error) {
          // The names are those of `handlers`.
          if (attempts >= most) await givenUp[name as JobName]?.(job as never);
          throw error;
        }
      };
      return [name, task];
    }),
  );
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 2_000,
    crontab: "",
    logger: new Logger(() => (level, message, meta) => {
      const facts = { job: (meta?.job as { task_identifier?: string } | undefined)?.task_identifier };
      if (level === "error") app.log.error(facts, message);
      else if (level === "warning") app.log.warn(facts, message);
    }),
  });
  runner.events.on("worker:getJob:start", ({ worker }) => ids.add(worker.workerId));
  const takingUp = repeat(app.log, "taking up jobs", takeUpPauseMs, () => takeUpJobs(pool));
  return {
    stop: async () => {
      await takingUp.stop();
      await runner.stop();
    },
    workerIds: () => [...ids],
  };
}
