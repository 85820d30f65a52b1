import "../../words/subscriptions.ts";
import { type Ask, readTogether } from "@tenantry/core/kernel/together";
import { changeSubscription } from "@tenantry/core/subscriptions/change";
import { listOffers } from "@tenantry/core/subscriptions/list-offers";
import { previewSubscriptionChange } from "@tenantry/core/subscriptions/preview-change";
import { readSubscription } from "@tenantry/core/subscriptions/read";
import { redirect } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/change";
import { countOf, lookAhead } from "./asked.server.ts";
import { ChangeScreen } from "./change-screen.tsx";
import { choicesOf, chosenIn, offerOf, offerValue } from "./offers.server.ts";
import { lookAt, lookInstead, orderKeyOf, withDifference } from "./order-form.server.ts";
import type { Shown } from "./types.ts";

const fields = ["offer", "quantity"] as const;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "subscription.change");
  const { searchParams: asked } = new URL(request.url);
  const found = await load(
    readTogether(ctx, async (ask) => {
      const subscription = await ask(readSubscription, { id: params.id });
      const offers = await offersFor(ask, subscription);
      const { quantity } = subscription;
      const chosen = offerOf(offers, asked.get("offer")) ?? offers[0]!;
      const values = { offer: offerValue(chosen), quantity: asked.get("quantity") ?? String(quantity) };
      const input = {
        id: params.id,
        quantity: countOf(values.quantity, quantity),
        ...(chosen.planId === subscription.plan.id ? {} : { planId: chosen.planId }),
      };
      const same = !input.planId && input.quantity === quantity && subscription.next === null;
      const looked = same
        ? { state: { values } }
        : await lookAhead(values, () => ask(previewSubscriptionChange, input));
      return { subscription, offers, same, ...looked };
    }),
  );
  const { subscription, offers, state, same, ...more } = found;
  if (subscription.state === "ended" || subscription.cancelled)
    throw redirect(`/subscriptions/${subscription.id}`);
  return {
    subscription,
    offers: choicesOf(offers),
    ...{ state: withDifference(ctx, request, state), same, once: orderKeyOf(ctx, request) },
    preview: "preview" in more ? more.preview : undefined,
    ofAgency: tenant.kind === "agency",
  };
}

/** What runs, at its price, and the other plans it can become. */
async function offersFor(
  ask: Ask,
  { customer, plan, currency, interval, unitMinor, pricesIncludeTax }: Shown,
) {
  const { offers } = await ask(listOffers, { customerId: customer.id });
  const others = offers.filter(
    (one) => one.planId !== plan.id && one.currency === currency && one.interval === interval,
  );
  const running = { planId: plan.id, versionId: "", name: plan.name, description: "" };
  return [{ ...running, currency, interval, amountMinor: unitMinor, pricesIncludeTax }, ...others];
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const sheet = { path: `/subscriptions/${params.id}/change`, form, fields };
  const looks = lookInstead(ctx, sheet);
  if (looks) return looks;
  const { updatedAt } = fieldsOf(form, "updatedAt");
  const totalMinor = Number(form.get("totalMinor"));
  const quantity = countOf(String(form.get("quantity")), Number.NaN);
  const { planId } = chosenIn(form.get("offer"));
  const input = { id: params.id, planId, quantity, updatedAt, totalMinor };
  let already = false;
  const repeatable = once(ctx, form, "page:changeSubscription", input, () => {
    already = true;
  });
  const outcome = await submit(form, () => changeSubscription(repeatable, input), {
    names: { planId: "offer" },
  });
  if ("state" in outcome && outcome.code === "idempotency_key_reused") return lookAt(ctx, sheet, true);
  if ("state" in outcome) return refused(outcome);
  const { counts, invoiceId } = outcome.done;
  const what = already ? "already" : counts === "now" ? "changed" : "willChange";
  const fact = wordsFor(request, ctx)(`subscriptions:toast.${what}`);
  const to = invoiceId ? `/invoices/${invoiceId}` : `/subscriptions/${params.id}`;
  return redirectSaying(ctx, to, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ChangeScreen {...loaderData} refused={actionData?.state} />;
}
