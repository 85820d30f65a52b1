import type { Ctx } from "@tenantry/core/kernel/ctx";
import { AppError, isAppError } from "@tenantry/core/kernel/errors";
import { readReseller } from "@tenantry/core/resellers/read";
import { updateReseller } from "@tenantry/core/resellers/update";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/edit";
import { EditReseller } from "./edit-screen.tsx";
import { formOptions } from "./form-options.server.ts";

type Input = Parameters<typeof updateReseller>[1];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller.update");
  const reseller = await load(readReseller(ctx, { id: params.id }));
  // Its page says that it was deleted, and offers to restore it.
  if (reseller.archivedAt) throw redirect(`/resellers/${params.id}`);
  const { name, email, phone, website, country, language, contactName, contactEmail, contactPhone } =
    reseller;
  const values = {
    updatedAt: reseller.updatedAt,
    name,
    email,
    phone,
    website: website ?? "",
    country: country ?? "",
    language,
    contactName,
    contactEmail,
    contactPhone,
  };
  return {
    reseller: { id: params.id, name },
    options: formOptions(ctx, [], country ?? undefined),
    values,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  // An emptied field is a change: only what the browser adds of itself is left out when it is empty.
  const typed = ["name", "phone", "website", "language", "contactName", "contactEmail", "contactPhone"];
  const optional = fieldsOf(form, "country", "phoneCountry", "contactPhoneCountry", "updatedAt");
  const fields = Object.fromEntries(typed.map((name) => [name, form.get(name) ?? undefined]));
  const input = { id: params.id, ...fields, ...optional } as Input;
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
  const { reseller, options, values } = loaderData;
  return <EditReseller reseller={reseller} options={options} state={actionData?.state ?? { values }} />;
}
