import { fieldError } from "@tenantry/core/kernel/errors";
import { readTogether } from "@tenantry/core/kernel/together";
import { changeType } from "@tenantry/core/resellers/change-type";
import { previewType } from "@tenantry/core/resellers/preview-type";
import { readReseller } from "@tenantry/core/resellers/read";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/type-change";
import { TypeChange } from "./type-change-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller.change-type");
  const { id } = params;
  const { reseller, preview } = await load(
    readTogether(ctx, async (ask) => {
      const reseller = await ask(readReseller, { id });
      const type = otherThan(reseller.type);
      const preview = reseller.archivedAt ? undefined : await ask(previewType, { id, type });
      return { reseller, preview };
    }),
  );
  if (!preview) throw redirect(`/resellers/${id}`);
  return { reseller: { id, name: reseller.name }, waiting: reseller.typeChange, preview };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const { id } = params;
  const form = await request.formData();
  const type = form.get("type") === "commission" ? "commission" : "own_plans";
  const later = form.get("effective") === "later";
  // Later without a day is a field left empty, not now; and whoever names a day does not mean now.
  const { day = "" } = fieldsOf(form, "day");
  const outcome = await submit(form, async () => {
    if (!later && day !== "") throw fieldError("/day", "day_without_later");
    return changeType(ctx, { id, type, day: later ? day : undefined });
  });
  if ("state" in outcome) return refused(outcome);
  const { name, after, dueAt } = outcome.done;
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: ctx.tenant.billingZone });
  const t = wordsFor(request, ctx);
  const said = { name, type: t(`resellers:type.${after}`), date: date.format(new Date(dueAt)) };
  const fact = t(later ? "resellers:toast.willBeType" : "resellers:toast.isType", said);
  return redirectSaying(ctx, `/resellers/${id}`, { id: ctx.requestId, fact });
}

function otherThan(type: "own_plans" | "commission") {
  return type === "own_plans" ? ("commission" as const) : ("own_plans" as const);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <TypeChange {...loaderData} state={actionData?.state} />;
}
