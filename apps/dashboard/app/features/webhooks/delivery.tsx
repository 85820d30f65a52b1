import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { readWebhook } from "@tenantry/core/webhooks/read";
import { readDelivery } from "@tenantry/core/webhooks/read-delivery";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { useLookAgain } from "../../ui/use-look-again.ts";
import type { Route } from "./+types/delivery";
import { asCurl } from "./as-curl.server.ts";
import { Delivery } from "./delivery-screen.tsx";
import { deliveryRow, isSettling, webhookRow } from "./rows.server.ts";
import type { DeliveryFailure } from "./types.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook-delivery.read");
  const [delivery, webhook] = await load(
    readTogether(ctx, async (ask) => {
      const found = await ask(readDelivery, { id: params.id });
      return [found, await ask(readWebhook, { id: found.webhookId })] as const;
    }),
  );
  const { id, host, state } = webhookRow(ctx, webhook);
  const aboutTo = delivery.about && faceOf(ctx) === "agency" ? `/resellers/${delivery.about.id}` : undefined;
  // A test message goes out to an endpoint that is switched off, too.
  const sendable = state === "enabled" || delivery.type === "ping";
  return {
    webhook: { id, host, state },
    delivery: deliveryRow(delivery),
    aboutTo,
    body: { shown: laidOut(delivery.body), sent: delivery.body },
    curl: asCurl(delivery),
    tries: delivery.tries.map((one) => ({ ...one, failure: one.failure as DeliveryFailure | null })),
    mayReplay: sendable && may(user, "webhook-delivery.replay"),
    settling: isSettling(ctx, delivery),
  };
}

/** Bodies are JSON that we have written. */
function laidOut(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { settling, ...props } = loaderData;
  useLookAgain(settling);
  return <Delivery {...props} settling={settling} />;
}
