import { readTogether } from "@tenantry/core/kernel/together";
import { createMigration } from "@tenantry/core/plans/create-migration";
import { previewMigration } from "@tenantry/core/plans/preview-migration";
import { readPlan } from "@tenantry/core/plans/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/migrate";
import { MigratePlan } from "./migrate-screen.tsx";
import { migrationFilter } from "./migration-filter.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "plan-migration.create");
  const { id } = params;
  const asked = migrationFilter(new URL(request.url).searchParams);
  const [plan, preview] = await load(
    readTogether(
      ctx,
      async (ask) =>
        [await ask(readPlan, { id }), await ask(previewMigration, { id, filter: asked.filter })] as const,
    ),
  );
  return {
    plan: { id: plan.id, name: plan.name },
    version: preview.version,
    versions: plan.versions.map(({ number }) => number).filter((number) => number < preview.version),
    values: asked.values,
    resellers: preview.resellers,
    waiting: preview.alreadyWaiting.length,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const { filter } = migrationFilter(new URL(request.url).searchParams);
  const chosen = (exception: string) =>
    [...form].flatMap(([name, value]) =>
      value === exception && name.startsWith("exception.") ? [name.slice("exception.".length)] : [],
    );
  const outcome = await submit(
    form,
    () =>
      createMigration(ctx, {
        ...{ id: params.id, filter, day: fieldsOf(form, "day").day ?? "" },
        ...{ keepPrice: chosen("keepPrice"), leaveOut: chosen("leaveOut") },
      }),
    { names: { filter: "day" } },
  );
  if ("state" in outcome) return refused(outcome);
  const { resellers, dueAt } = outcome.done;
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: ctx.tenant.billingZone });
  const fact = wordsFor(request, ctx)("plans:toast.migrated", {
    count: resellers,
    date: date.format(new Date(dueAt)),
  });
  return redirectSaying(ctx, `/plans/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <MigratePlan {...loaderData} state={actionData?.state} />;
}
