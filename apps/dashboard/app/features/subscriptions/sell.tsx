import "../../words/subscriptions.ts";
import { readCustomer } from "@tenantry/core/customers/read";
import { readTogether } from "@tenantry/core/kernel/together";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { listOffers } from "@tenantry/core/subscriptions/list-offers";
import { previewSubscription } from "@tenantry/core/subscriptions/preview";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/sell";
import { countOf, lookAhead } from "./asked.server.ts";
import { choicesOf, offerOf } from "./offers.server.ts";
import { Sell } from "./sell-screen.tsx";

/** What is chosen stands in the address, so the page can show what it comes to before anything is ordered. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "subscription.create");
  const { searchParams: asked } = new URL(request.url);
  const values = {
    offer: asked.get("offer") ?? "",
    quantity: asked.get("quantity") ?? "1",
    trialDays: asked.get("trialDays") ?? "0",
  };
  const found = await load(
    readTogether(ctx, async (ask) => {
      const customer = await ask(readCustomer, { id: params.id });
      const { offers } = await ask(listOffers, { customerId: params.id });
      const chosen = offerOf(offers, values.offer);
      const looked = chosen
        ? await lookAhead(values, () => ask(previewSubscription, saleOf(params.id, chosen, values)))
        : { state: { values } };
      return { customer, offers, ...looked };
    }),
  );
  const { customer, offers, state, ...more } = found;
  return {
    customer: { id: customer.id, name: customer.name },
    offers: choicesOf(offers),
    state,
    preview: "preview" in more ? more.preview : undefined,
    once: ctx.requestId,
    ofAgency: tenant.kind === "agency",
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const { planId = "", currency = "", versionId } = fieldsOf(form, "planId", "currency", "versionId");
  const interval = form.get("interval") === "year" ? ("year" as const) : ("month" as const);
  const values = { quantity: String(form.get("quantity")), trialDays: String(form.get("trialDays")) };
  const input = { ...saleOf(params.id, { planId, currency, interval }, values), versionId };
  const outcome = await submit(form, () =>
    createSubscription(once(ctx, form, "page:createSubscription", input), input),
  );
  if ("state" in outcome) return refused(outcome);
  const { id, invoiceId } = outcome.done;
  const plan = String(form.get("planName") ?? "");
  const fact = wordsFor(request, ctx)("subscriptions:toast.sold", { plan });
  // What is owed is what has to be passed on: its payment link stands on its page.
  const to = invoiceId ? `/invoices/${invoiceId}` : `/subscriptions/${id}`;
  return redirectSaying(ctx, to, { id: ctx.requestId, fact });
}

type Chosen = { planId: string; currency: string; interval: "month" | "year" };

function saleOf(
  customerId: string,
  { planId, currency, interval }: Chosen,
  values: Record<"quantity" | "trialDays", string>,
) {
  return {
    ...{ customerId, planId, currency, interval },
    quantity: countOf(values.quantity, 1),
    trialDays: countOf(values.trialDays, 0),
  };
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <Sell {...loaderData} refused={actionData?.state} />;
}
