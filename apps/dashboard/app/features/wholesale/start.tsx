import "../../words/subscriptions.ts";
import { readTogether } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { previewWholesale } from "@tenantry/core/wholesale/preview";
import { readWholesale } from "@tenantry/core/wholesale/read";
import { startWholesale } from "@tenantry/core/wholesale/start";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { once } from "../../request/once.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { lookAhead } from "../subscriptions/asked.server.ts";
import type { Route } from "./+types/start";
import { StartWholesale } from "./start-screen.tsx";

const priceValue = ({ currency, interval }: { currency: string; interval: string }) =>
  `${currency}.${interval}`;

/** What is chosen stands in the address, so the page can show what it comes to before anything is invoiced. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "wholesale.start");
  const { id } = params;
  const values = { price: new URL(request.url).searchParams.get("price") ?? "" };
  const { reseller, wholesale, ...looked } = await load(
    readTogether(ctx, async (ask) => {
      const reseller = await ask(readReseller, { id });
      const wholesale = await ask(readWholesale, { id });
      const chosen = wholesale.plan?.prices.find((price) => priceValue(price) === values.price);
      if (!chosen || wholesale.subscription) return { reseller, wholesale, state: { values } };
      const { currency, interval } = chosen;
      const looked = await lookAhead(values, () => ask(previewWholesale, { id, currency, interval }));
      return { reseller, wholesale, ...looked };
    }),
  );
  return {
    reseller: { id, name: reseller.name },
    plan: wholesale.plan && {
      name: wholesale.plan.name,
      pricesIncludeTax: wholesale.pricesIncludeTax,
      prices: wholesale.plan.prices.map((price) => ({ ...price, value: priceValue(price) })),
    },
    runs: wholesale.subscription?.id,
    state: looked.state,
    preview: "preview" in looked ? looked.preview : undefined,
    once: ctx.requestId,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const { currency = "", versionId } = fieldsOf(form, "currency", "versionId");
  const interval = form.get("interval") === "year" ? ("year" as const) : ("month" as const);
  const netMinor = Number(form.get("netMinor"));
  const input = { id: params.id, currency, interval, versionId, netMinor };
  const outcome = await submit(form, () =>
    startWholesale(once(ctx, form, "page:startWholesale", input), input),
  );
  if ("state" in outcome) return refused(outcome);
  const { id, invoiceId } = outcome.done;
  const name = String(form.get("name") ?? "");
  const fact = wordsFor(request, ctx)("subscriptions:wholesale.toast", { name });
  return redirectSaying(ctx, invoiceId ? `/invoices/${invoiceId}` : `/subscriptions/${id}`, {
    id: ctx.requestId,
    fact,
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <StartWholesale {...loaderData} refused={actionData?.state} />;
}
