import "../../words/operator.ts";
import { listAgencies } from "@tenantry/core/agencies/list";
import { suspendAgency } from "@tenantry/core/agencies/suspend";
import { data } from "react-router";
import { operatorOnly } from "../../request/gate.server.ts";
import { load, redirectSaying } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/suspend";
import { SuspendDialog } from "./suspend-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  return { name: await nameOf(ctx, params.id), closeTo: listOf(request) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = operatorOnly(context, request);
  const { name } = await load(suspendAgency(ctx, { id: params.id }));
  const t = wordsFor(request, ctx);
  const consequence = t("operator:toast.suspendedAbout");
  return redirectSaying(ctx, listOf(request), {
    id: ctx.requestId,
    fact: t("operator:toast.suspended", { name }),
    consequence,
  });
}

/** The list under the dialog, as it was. */
function listOf(request: Request): string {
  return `/agencies${new URL(request.url).search}`;
}

async function nameOf(ctx: Parameters<typeof listAgencies>[0], id: string): Promise<string> {
  for (let cursor: string | undefined; ; ) {
    const { agencies, next } = await load(listAgencies(ctx, { limit: 100, cursor }));
    const agency = agencies.find((each) => each.id === id);
    if (agency) return agency.name;
    if (!next) throw data(null, { status: 404 });
    cursor = next;
  }
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <SuspendDialog {...loaderData} />;
}
