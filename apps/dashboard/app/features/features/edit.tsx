import "../../words/features.ts";
import { readFeature } from "@tenantry/core/features/read";
import { updateFeature } from "@tenantry/core/features/update";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/edit";
import { FeatureForm } from "./feature-form.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "feature.update");
  const { id, name, description } = await load(readFeature(ctx, { id: params.id }));
  return { id, name, description };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const facts = { name: text("name"), description: text("description") };
  const outcome = await submit(form, () => updateFeature(ctx, { id: params.id, ...facts }));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("features:toast.updated", { name: outcome.done.name });
  return redirectSaying(ctx, `/features/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("features");
  const { id, name, description } = loaderData;
  const own = `/features/${id}`;
  return (
    <FeatureForm
      state={actionData?.state ?? { values: { name, description } }}
      withKey={false}
      title={t("form.editTitle")}
      crumbs={[
        { words: t("title"), to: "/features" },
        { words: name, to: own, isData: true },
      ]}
      save={t("form.save")}
      cancelTo={own}
    />
  );
}
