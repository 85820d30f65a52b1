import "../../words/webhooks.ts";
import { may } from "@tenantry/core/kernel/authorize";
import { listWebhooks } from "@tenantry/core/webhooks/list";
import { faceOf, requireVerb, signedIn } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf, viewOf } from "../operator/list-address.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/list";
import { path, readWebhooksAddress, webhookStates } from "./list-address.server.ts";
import { Webhooks } from "./list-screen.tsx";
import { webhookRow } from "./rows.server.ts";

const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "webhook.list");
  const { address, question } = readWebhooksAddress(request);
  const { webhooks, ...ends } = await load(listWebhooks(ctx, { ...question, limit: perPage }), request);
  const sort = question.sort ?? "-created";
  return {
    open: openPages(user, ctx.tenant),
    ofAgency: faceOf(ctx) === "agency",
    mayCreate: may(user, "webhook.create"),
    webhooks: webhooks.map((one) => webhookRow(ctx, one)),
    view: viewOf(path, address, "state", webhookStates),
    sorts: {
      url: sortLinks(path, address, sort, "url"),
      created: sortLinks(path, address, sort, "created"),
    },
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Webhooks {...loaderData} />;
}
