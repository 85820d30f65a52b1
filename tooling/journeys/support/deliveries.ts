import { startDeliveries } from "@tenantry/api/worker/deliveries";
import type { App } from "@tenantry/core/kernel/ctx";
import { openEgress } from "@tenantry/core/platform/egress/egress";
import type { TestApp } from "@tenantry/core/testing";
import { openPool } from "@tenantry/db";

/** The worker process's sending of webhooks, in this process; `allowed` names receivers on this machine. */
export function openDeliveries(app: TestApp, allowed: string[]): { stop(): Promise<void> } {
  const pool = openPool({ url: app.workerUrl, max: 3, onConnectionError: () => {} });
  const own: App = { ...app, pool };
  const sending = startDeliveries(own, openEgress({ allowed }));
  return {
    stop: async () => {
      await sending.stop();
      await pool.end();
    },
  };
}
