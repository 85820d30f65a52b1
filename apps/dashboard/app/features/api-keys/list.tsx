import { rateLimitsOf } from "@tenantry/core/api-keys/limits";
import { listApiKeys } from "@tenantry/core/api-keys/list";
import { Outlet } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf, viewOf } from "../operator/list-address.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/list";
import { keyStates, readKeysAddress } from "./list-address.server.ts";
import { ApiKeys } from "./list-screen.tsx";
import { keyRow } from "./rows.server.ts";

const path = "/settings/keys";
const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "api-key.list");
  const { address, question } = readKeysAddress(request);
  const { keys, ...ends } = await load(listApiKeys(ctx, { ...question, limit: perPage }), request);
  const sort = question.sort ?? "-created";
  return {
    open: openPages(user, ctx.tenant),
    limits: rateLimitsOf(ctx.app.config),
    keys: keys.map((key) => keyRow(ctx, key)),
    view: viewOf(path, address, "state", keyStates),
    sorts: {
      name: sortLinks(path, address, sort, "name"),
      created: sortLinks(path, address, sort, "created"),
    },
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <ApiKeys {...loaderData}>
      <Outlet />
    </ApiKeys>
  );
}
