import { contentsFor } from "@tenantry/core/account-exports/contents";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { openPages } from "../settings/open-pages.server.ts";
import type { Route } from "./+types/export";
import { AccountExport } from "./export-screen.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, user } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "account-export.begin");
  return { open: openPages(user, ctx.tenant), files: contentsFor(ctx).map(({ name }) => name) };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <AccountExport {...loaderData} />;
}
