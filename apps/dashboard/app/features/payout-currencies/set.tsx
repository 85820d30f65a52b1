import "../../words/payouts.ts";
import { readPayoutCurrency } from "@tenantry/core/payout-currencies/read";
import { setPayoutCurrency } from "@tenantry/core/payout-currencies/set";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { currencyChoices } from "../exchange-rates/address.server.ts";
import type { Route } from "./+types/set";
import { PayoutCurrencyDialog } from "./payout-currency-dialog.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "payout-currency.set");
  const { currency } = await load(readPayoutCurrency(ctx, { id: params.id }));
  return {
    backTo: `/resellers/${params.id}`,
    currencies: currencyChoices(),
    values: { currency: currency ?? "" },
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const currency = String(form.get("currency") ?? "") || null;
  const outcome = await submitProven(request, ctx, form, (proven) =>
    setPayoutCurrency(proven, { id: params.id, currency }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("payouts:paidIn.saved");
  return redirectSaying(ctx, `/resellers/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...dialog } = loaderData;
  return <PayoutCurrencyDialog {...dialog} state={actionData?.state ?? { values }} />;
}
