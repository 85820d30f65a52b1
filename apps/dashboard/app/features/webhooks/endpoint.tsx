import { readTogether } from "@tenantry/core/kernel/together";
import { listDeliveries } from "@tenantry/core/webhooks/list-deliveries";
import { readWebhook } from "@tenantry/core/webhooks/read";
import { Outlet } from "react-router";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { useLookAgain } from "../../ui/use-look-again.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/endpoint";
import { deliveriesView, readDeliveriesAddress } from "./deliveries-address.server.ts";
import { Endpoint } from "./endpoint-screen.tsx";
import { path } from "./list-address.server.ts";
import { webhookRights } from "./rights.server.ts";
import { deliveryRow, isSettling, webhookRow } from "./rows.server.ts";

const perPage = 50;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.read");
  const { address, question } = readDeliveriesAddress(request, params.id);
  const [webhook, { deliveries, ...ends }] = await load(
    readTogether(
      ctx,
      async (ask) =>
        [
          await ask(readWebhook, { id: params.id }),
          await ask(listDeliveries, { ...question, limit: perPage }),
        ] as const,
    ),
    request,
  );
  const own = `${path}/${params.id}`;
  return {
    ofAgency: faceOf(ctx) === "agency",
    webhook: webhookRow(ctx, webhook),
    counts: webhook.deliveries,
    rights: webhookRights(user),
    deliveries: deliveries.map(deliveryRow),
    settling: deliveries.some((one) => isSettling(ctx, one)),
    view: deliveriesView(own, address),
    created: sortLinks(own, address, address.sort ?? "-created", "created"),
    paging: pagingOf(own, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  const { settling, ...endpoint } = loaderData;
  useLookAgain(settling);
  return (
    <Endpoint {...endpoint}>
      <Outlet />
    </Endpoint>
  );
}
