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
import { choicesOf, chosenIn, offerOf } from "./offers.server.ts";
import { lookAt, lookInstead, orderKeyOf, withDifference } from "./order-form.server.ts";
import { Sell } from "./sell-screen.tsx";

const fields = ["offer", "quantity", "trialDays"] as const;

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
    state: withDifference(ctx, request, state),
    preview: "preview" in more ? more.preview : undefined,
    once: orderKeyOf(ctx, request),
    ofAgency: tenant.kind === "agency",
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const sheet = { path: `/customers/${params.id}/sell`, form, fields };
  const looks = lookInstead(ctx, sheet);
  if (looks) return looks;
  const { versionId } = fieldsOf(form, "versionId");
  const totalMinor = Number(form.get("totalMinor"));
  const values = { quantity: String(form.get("quantity")), trialDays: String(form.get("trialDays")) };
  const input = { ...saleOf(params.id, chosenIn(form.get("offer")), values), versionId, totalMinor };
  let already = false;
  const repeatable = once(ctx, form, "page:createSubscription", input, () => {
    already = true;
  });
  const outcome = await submit(form, () => createSubscription(repeatable, input), {
    names: { planId: "offer" },
  });
  // Ordered from this preview before, and something that counts is not as it was then.
  if ("state" in outcome && outcome.code === "idempotency_key_reused") return lookAt(ctx, sheet, true);
  if ("state" in outcome) return refused(outcome);
  const { id, invoiceId } = outcome.done;
  const plan = String(form.get("planName") ?? "");
  const said = wordsFor(request, ctx);
  const fact = already ? said("subscriptions:toast.already") : said("subscriptions:toast.sold", { plan });
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
