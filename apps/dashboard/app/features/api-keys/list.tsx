import { listApiKeys } from "@tenantry/core/api-keys/list";
import { Outlet } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/list";
import { ApiKeys } from "./list-screen.tsx";
import { keyRows } from "./rows.server.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "api-key.list");
  return { open: openPages(user), keys: keyRows(await load(listApiKeys(ctx, {}))) };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return (
    <ApiKeys {...loaderData}>
      <Outlet />
    </ApiKeys>
  );
}
