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
import { lookAt, lookInstead, orderKeyOf, withDifference } from "../subscriptions/order-form.server.ts";
import type { Route } from "./+types/start";
import { StartWholesale } from "./start-screen.tsx";

const priceValue = ({ currency, interval }: { currency: string; interval: string }) =>
  `${currency}.${interval}`;
const fields = ["price"] as const;

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
    state: withDifference(ctx, request, looked.state),
    preview: "preview" in looked ? looked.preview : undefined,
    once: orderKeyOf(ctx, request),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const sheet = { path: `/resellers/${params.id}/wholesale`, form, fields };
  const looks = lookInstead(ctx, sheet);
  if (looks) return looks;
  const [currency = "", every] = String(form.get("price")).split(".");
  const interval = every === "year" ? ("year" as const) : ("month" as const);
  const { versionId } = fieldsOf(form, "versionId");
  const netMinor = Number(form.get("netMinor"));
  const input = { id: params.id, currency, interval, versionId, netMinor };
  let already = false;
  const repeatable = once(ctx, form, "page:startWholesale", input, () => {
    already = true;
  });
  const outcome = await submit(form, () => startWholesale(repeatable, input), {
    names: { currency: "price" },
  });
  if ("state" in outcome && outcome.code === "idempotency_key_reused") return lookAt(ctx, sheet, true);
  if ("state" in outcome) return refused(outcome);
  const { id, invoiceId } = outcome.done;
  const name = String(form.get("name") ?? "");
  const said = wordsFor(request, ctx);
  const fact = already
    ? said("subscriptions:toast.already")
    : said("subscriptions:wholesale.toast", { name });
  return redirectSaying(ctx, invoiceId ? `/invoices/${invoiceId}` : `/subscriptions/${id}`, {
    id: ctx.requestId,
    fact,
  });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <StartWholesale {...loaderData} refused={actionData?.state} />;
}
