import { may } from "@tenantry/core/kernel/authorize";
import type { UserActor } from "@tenantry/core/kernel/ctx";

/** What of an endpoint's page somebody may use: its buttons are not drawn for others. */
export function webhookRights(user: UserActor) {
  return {
    update: may(user, "webhook.update"),
    enable: may(user, "webhook.enable"),
    disable: may(user, "webhook.disable"),
    rotate: may(user, "webhook.rotate"),
    remove: may(user, "webhook.remove"),
    ping: may(user, "webhook.ping"),
    replayFailed: may(user, "webhook.replay-failed"),
  };
}
