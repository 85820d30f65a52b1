import "../../words/payouts.ts";
import { setExchangeRate } from "@tenantry/core/exchange-rates/set";
import { exchangeRateFromTyped } from "@tenantry/core/exchange-rates/typed-rate";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/new";
import { currencyChoices, path } from "./address.server.ts";
import { NewRate } from "./new-dialog.tsx";

export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "exchange-rate.set");
  const asked = new URL(request.url).searchParams;
  return {
    currencies: currencyChoices(),
    values: { from: asked.get("from") ?? "EUR", to: asked.get("to") ?? "USD" },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx, user } = signedIn(context, request, "agency");
  const form = await request.formData();
  const said = (name: string) => String(form.get(name) ?? "");
  const input = {
    ...{ from: said("from"), to: said("to"), source: said("source") },
    rate: exchangeRateFromTyped(said("rate"), user.language),
  };
  const outcome = await submitProven(request, ctx, form, (proven) => setExchangeRate(proven, input));
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("payouts:rates.saved", { from: input.from, to: input.to });
  return redirectSaying(ctx, path, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, currencies } = loaderData;
  return <NewRate currencies={currencies} state={actionData?.state ?? { values }} />;
}
