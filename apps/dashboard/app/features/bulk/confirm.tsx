import { previewBulkRun } from "@tenantry/core/bulk/preview";
import { startBulkRun } from "@tenantry/core/bulk/start";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/confirm";
import { askedOf, listBelow } from "./address.server.ts";
import { ConfirmBulkRun } from "./confirm-dialog.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "bulk-run.start");
  const params = new URL(request.url).searchParams;
  const asked = askedOf(params);
  const none = "ids" in asked.resellers && asked.resellers.ids.length === 0;
  const preview = none ? { total: 0, people: 0, customers: 0 } : await load(previewBulkRun(ctx, asked));
  return { action: asked.action, preview, closeTo: listBelow(params) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const asked = askedOf(new URL(request.url).searchParams);
  const outcome = await submit(await request.formData(), () => startBulkRun(ctx, asked));
  if ("state" in outcome) return refused(outcome);
  return redirect(`/bulk-runs/${outcome.done.id}`);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ConfirmBulkRun {...loaderData} state={actionData?.state} />;
}
