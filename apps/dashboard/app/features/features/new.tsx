import "../../words/features.ts";
import { createFeature } from "@tenantry/core/features/create";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/new";
import { FeatureForm } from "./feature-form.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "feature.create");
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const { key = "", name = "", description } = fieldsOf(form, "key", "name", "description");
  const outcome = await submit(form, () => createFeature(ctx, { key, name, description }));
  if ("state" in outcome) return refused(outcome);
  const { id } = outcome.done;
  const t = wordsFor(request, ctx);
  const said = { id: ctx.requestId, fact: t("features:toast.created", { name }) };
  return redirectSaying(ctx, `/features/${id}`, { ...said, consequence: t("features:toast.createdOff") });
}

export default function Page({ actionData }: Route.ComponentProps) {
  const { t } = useWords("features");
  return (
    <FeatureForm
      state={actionData?.state}
      withKey
      title={t("form.newTitle")}
      crumbs={[{ words: t("title"), to: "/features" }]}
      save={t("form.create")}
      cancelTo="/features"
    />
  );
}
