import type { Ctx } from "@tenantry/core/kernel/ctx";
import { AppError, isAppError } from "@tenantry/core/kernel/errors";
import { readReseller } from "@tenantry/core/resellers/read";
import { updateReseller } from "@tenantry/core/resellers/update";
import { redirect } from "react-router";
import { aboveResellers, requireVerb } from "../../request/gate.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/edit";
import { changeOf, storedValues } from "./edit-form.server.ts";
import { EditReseller } from "./edit-screen.tsx";
import { formOptions } from "./form-options.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.update");
  const reseller = await load(readReseller(ctx, { id: params.id }));
  // Its page says that it was deleted, and offers to restore it.
  if (reseller.archivedAt) throw redirect(`/resellers/${params.id}`);
  return {
    reseller: { id: params.id, name: reseller.name },
    options: formOptions(ctx, [], reseller.country ?? undefined),
    values: storedValues(reseller),
    ofUpline: ctx.tenant.kind !== "agency",
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveResellers(context, request);
  const form = await request.formData();
  const input = changeOf(form, params.id);
  const outcome = await submit(form, () =>
    updateReseller(ctx, input).catch((error) => conflictIfDeleted(ctx, params.id, error)),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("resellers:toast.saved", { name: input.name });
  return redirectSaying(ctx, `/resellers/${params.id}`, { id: ctx.requestId, fact });
}

/** Deleted in another tab meanwhile: said above what was typed, which "no such page" would throw away. */
async function conflictIfDeleted(ctx: Ctx, id: string, error: unknown): Promise<never> {
  const isGone =
    isAppError(error) && error.code === "not_found" && (await readReseller(ctx, { id })).archivedAt;
  throw isGone ? new AppError("conflict") : error;
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...rest } = loaderData;
  return <EditReseller {...rest} state={actionData?.state ?? { values }} />;
}
