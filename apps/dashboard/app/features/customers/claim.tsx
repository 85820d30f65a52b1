import "../../words/customers.ts";
import { extendClaim } from "@tenantry/core/customers/extend-claim";
import { readCustomer } from "@tenantry/core/customers/read";
import { data } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Route } from "./+types/claim";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "customer.extend-claim");
  const { id, name, claimedUntil } = await load(readCustomer(ctx, { id: params.id }));
  if (!claimedUntil) throw data(null, { status: 404 });
  return { id, name, claimedUntil, once: ctx.requestId };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const typed = String(form.get("days") ?? "").trim();
  const input = { id, days: /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN };
  // Pressing twice extends once.
  const outcome = await submit(form, () => extendClaim(once(ctx, form, "page:extendClaim", input), input));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("customers:claim.saved");
  return redirectSaying(ctx, `/customers/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useWords("customers");
  const format = useFormat();
  const { id, name, claimedUntil } = loaderData;
  const days = t("claim.days");
  return (
    <ConfirmDialog
      back={`/customers/${id}`}
      title={t("claim.title", { name })}
      lines={[t("claim.until", { date: format.date(claimedUntil) }), t("claim.what")]}
      submit={t("claim.extend")}
      state={actionData?.state ?? { values: { days: "30" } }}
      once={loaderData.once}
      labels={{ days }}
      safe={t("claim.safe")}
    >
      <Field name="days" label={days} hint={t("claim.daysHint")} inputMode="numeric" autoComplete="off" />
    </ConfirmDialog>
  );
}
