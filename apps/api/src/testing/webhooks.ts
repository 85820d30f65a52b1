import type { App } from "@tenantry/core/kernel/ctx";
import { type Egress, openEgress } from "@tenantry/core/platform/egress/egress";
import { newAgency, newReseller } from "@tenantry/core/testing";
import { attemptDelivery } from "@tenantry/core/webhooks/attempt";
import { claimDeliveries } from "@tenantry/core/webhooks/claim";
import { eventTypes } from "@tenantry/core/webhooks/event-types";
import { openPool } from "@tenantry/db";
import { openReceiver, type Receiver } from "./receiver.ts";
import { type Answer, openTestWeb, type TestWeb } from "./web.ts";

/** Whoever owns an endpoint. */
interface Owner {
  host: string;
  owner: { session: string };
}

/** The product with its sending half, and receivers on this machine. */
export type WebhookStage = Awaited<ReturnType<typeof openWebhookStage>>;

export async function openWebhookStage() {
  const web: TestWeb = await openTestWeb();
  const { app } = web;
  const worker: App = {
    ...app,
    pool: openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} }),
  };
  const receivers: Receiver[] = [];
  const allowed: string[] = [];
  Object.assign(app.config, { egressAllowed: allowed });
  const egress: Egress = openEgress({
    allowed,
    limits: { connectMs: 300, totalMs: 500, bodyBytes: 64 * 1024 },
  });
  const ask = (who: Owner, path: string, body?: unknown, method?: string): Promise<Answer> =>
    web.ask(who.host, `/api/v1${path}`, { session: who.owner.session, body, method });
  return {
    web,
    worker,
    egress,
    ask,
    sql: (text: string, values: unknown[] = []) => app.admin.query(text, values),
    newAgency: () => newAgency(app),
    newReseller: (agency: Awaited<ReturnType<typeof newAgency>>) => newReseller(app, agency),
    /** A receiver, and an endpoint of somebody's that leads there. */
    async endpoint(who: Owner, types: readonly string[] = eventTypes) {
      const receiver = await openReceiver();
      receivers.push(receiver);
      allowed.push(receiver.pair);
      const made = await ask(who, "/webhooks", { url: receiver.url, eventTypes: types });
      if (made.status !== 201) throw new Error(made.text);
      return { ...(made.json() as { id: string; secret: string }), receiver };
    },
    /** Sends what is due now, and what becomes due by that, until nothing is; answers how many attempts that took. */
    async sendDue(): Promise<number> {
      let sent = 0;
      for (;;) {
        const { claimed } = await claimDeliveries(worker.pool, 100);
        if (claimed.length === 0) return sent;
        await Promise.all(claimed.map((one) => attemptDelivery(worker, egress, one)));
        sent += claimed.length;
      }
    },
    async close() {
      await Promise.all(receivers.map((receiver) => receiver.close()));
      await worker.pool.end();
      await web.close();
    },
  };
}
