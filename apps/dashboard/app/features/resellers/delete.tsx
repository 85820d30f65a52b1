import { archiveReseller } from "@tenantry/core/resellers/archive";
import { readReseller } from "@tenantry/core/resellers/read";
import { aboveResellers, requireVerb } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/delete";
import { ArchiveDialog } from "./archive-dialog.tsx";
import { restorableUntil } from "./facts.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.archive");
  const { id, name, host, people, customers, status } = await load(readReseller(ctx, { id: params.id }));
  const { search } = new URL(request.url);
  return {
    reseller: { id, name, host },
    people,
    customers,
    served: status !== "stopped",
    restorableUntil: restorableUntil(ctx.securityNow.toISOString()),
    closeTo: `/resellers${search}`,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const outcome = await submit(await request.formData(), () => archiveReseller(ctx, { id: params.id }));
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  const until = restorableUntil(ctx.securityNow.toISOString());
  const date = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeZone: ctx.tenant.billingZone,
  }).format(new Date(until));
  return redirectSaying(ctx, "/resellers", {
    id: ctx.requestId,
    fact: t("resellers:toast.deleted", { name: outcome.done.name }),
    consequence: t("resellers:toast.deletedUntil", { date }),
    undo: { action: `/resellers/${params.id}/restore`, fields: {} },
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ArchiveDialog {...loaderData} state={actionData?.state} />;
}
