import type { App } from "@tenantry/core/kernel/ctx";
import type { Egress } from "@tenantry/core/platform/egress/egress";
import { attemptDelivery } from "@tenantry/core/webhooks/attempt";
import { claimDeliveries } from "@tenantry/core/webhooks/claim";
import { type Round, repeat } from "./repeat.ts";

/** Messages this process sends at a time. */
const most = 200;
const pauseMs = 250;

/** Sends webhooks that are due, each on its own: nobody waits for another's receiver. Stops when all have ended. */
export function startDeliveries(app: App, egress: Egress): Round {
  const running = new Set<Promise<void>>();
  const round = repeat(app.log, "webhooks", pauseMs, async () => {
    const { claimed, failures } = await claimDeliveries(app.pool, most - running.size);
    for (const message of claimed) {
      const { id, agencyId } = message;
      const sending = attemptDelivery(app, egress, message)
        .catch((err: unknown) =>
          app.log.warn({ err, id, agencyId }, "webhook not settled; its lease runs out"),
        )
        .finally(() => running.delete(sending));
      running.add(sending);
    }
    if (failures.length > 0)
      throw new AggregateError(failures, "Messages of some agencies were not taken up");
  });
  return {
    stop: async () => {
      await round.stop();
      await Promise.all(running);
    },
  };
}
