import { startQueue } from "@tenantry/api/worker/queue";
import type { App } from "@tenantry/core/kernel/ctx";
import { outboxTransport } from "@tenantry/core/platform/mail/transport";
import type { TestApp } from "@tenantry/core/testing";
import { foldWaiting } from "@tenantry/core/usage/index";
import { openPool, openQueuePool } from "@tenantry/db";

/** The worker process's part, in this process: its own role, its own pools. */
export interface Worker {
  /** Carries on what events came in since, instead of waiting for the worker's next round. */
  fold(): Promise<void>;
  stop(): Promise<void>;
}

export async function openWorker(app: TestApp): Promise<Worker> {
  const options = { url: app.workerUrl, max: 3, onConnectionError: () => {} };
  const own: App = { ...app, pool: openPool(options) };
  const queuePool = openQueuePool(options);
  const queue = await startQueue(own, queuePool, outboxTransport);
  return {
    fold: async () => {
      await foldWaiting(own.pool);
    },
    stop: async () => {
      await queue.stop();
      await Promise.all([own.pool.end(), queuePool.end()]);
    },
  };
}
