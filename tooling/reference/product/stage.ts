import { openTestApp, type TestApp } from "@tenantry/core/testing";
import { openPool } from "@tenantry/db";
import type pg from "pg";

/** A database in which histories are played one after another: a worker carries on whatever is due in the whole of it. */
export interface Stage {
  app: TestApp;
  worker: pg.Pool;
  /** The superuser's, for reading what is there: amounts as bigint, days as text. */
  eyes: pg.Pool;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const app = await openTestApp({ max: 4 });
  const worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
  const eyes = openPool({ url: app.adminUrl, max: 4, onConnectionError: () => {} });
  return {
    ...{ app, worker, eyes },
    close: async () => {
      await Promise.all([worker.end(), eyes.end()]);
      await app.close();
    },
  };
}
