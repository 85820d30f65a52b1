import "../../words/distributors.ts";
import { activateDistributor } from "@tenantry/core/distributors/activate";
import { deactivateDistributor } from "@tenantry/core/distributors/deactivate";
import { readDistributor } from "@tenantry/core/distributors/read";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/access";
import { AccessDialog } from "./confirm-dialog.tsx";

/** Asks before a distributor's own people are locked out, or let in again, with who is affected in numbers. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "distributor.deactivate");
  const { id } = params;
  const found = await load(readDistributor(ctx, { id }));
  if (found.archivedAt) throw redirect(`/distributors/${id}`);
  const { name, people, customers, status, delegation } = found;
  const affected = { people, customers, resellers: delegation.resellers };
  return { distributor: { id, name }, locks: status === "active", affected };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = params;
  const form = await request.formData();
  const locks = form.get("status") === "inactive";
  const outcome = await submit(form, () =>
    (locks ? deactivateDistributor : activateDistributor)(ctx, { id }),
  );
  if ("state" in outcome) return refused(outcome);
  const { name, people, resellers } = outcome.done;
  const t = wordsFor(request, ctx);
  return redirectSaying(ctx, `/distributors/${id}`, {
    id: ctx.requestId,
    fact: t(locks ? "distributors:toast.locked" : "distributors:toast.opened", { name }),
    consequence: t(locks ? "distributors:access.people" : "distributors:access.peopleBack", {
      count: people,
    }),
    ...(locks && resellers > 0 ? { consequence: t("distributors:access.goOn", { count: resellers }) } : {}),
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <AccessDialog {...loaderData} state={actionData?.state} />;
}
