import { archiveReseller } from "@tenantry/core/resellers/archive";
import { readReseller } from "@tenantry/core/resellers/read";
import { redirect } from "react-router";
import { aboveResellers, requireVerb } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/delete";
import { ArchiveDialog } from "./archive-dialog.tsx";
import { saidOfDeletion } from "./deletion-toast.server.ts";
import { restorableUntil } from "./facts.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.archive");
  const reseller = await load(readReseller(ctx, { id: params.id }));
  const { id, name, host, people, customers, status } = reseller;
  if (reseller.archivedAt) throw redirect(`/resellers/${id}`);
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

/** Deletes a reseller, or makes its upline's deletion the agency's own, whose thirty days go on. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const { id } = params;
  const form = await request.formData();
  const { archivedAt } = await load(readReseller(ctx, { id }));
  // Whoever only takes a deletion over does not delete what its upline has restored meanwhile.
  if (form.get("takes") === "deletion" && !archivedAt) throw redirect(`/resellers/${id}`);
  const outcome = await submit(form, () => archiveReseller(ctx, { id }));
  if ("state" in outcome) return refused(outcome);
  const { name } = outcome.done;
  const toast = saidOfDeletion(wordsFor(request, ctx), ctx, { id, name, before: archivedAt });
  return redirectSaying(ctx, archivedAt ? `/resellers/${id}` : "/resellers", toast);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ArchiveDialog {...loaderData} state={actionData?.state} />;
}
