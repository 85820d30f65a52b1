import { readDistributor } from "@tenantry/core/distributors/read";
import { updateDistributor } from "@tenantry/core/distributors/update";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { changeOf, storedValues } from "../resellers/edit-form.server.ts";
import { EditReseller } from "../resellers/edit-screen.tsx";
import { formOptions } from "../resellers/form-options.server.ts";
import type { Route } from "./+types/edit";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "distributor.update");
  const found = await load(readDistributor(ctx, { id: params.id }));
  if (found.archivedAt) throw redirect(`/distributors/${params.id}`);
  return {
    reseller: { id: params.id, name: found.name },
    options: formOptions(ctx, [], found.country ?? undefined),
    values: storedValues(found),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const input = changeOf(form, params.id);
  const outcome = await submit(form, () => updateDistributor(ctx, input));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("resellers:toast.saved", { name: input.name });
  return redirectSaying(ctx, `/distributors/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...rest } = loaderData;
  return <EditReseller {...rest} place="distributors" state={actionData?.state ?? { values }} />;
}
