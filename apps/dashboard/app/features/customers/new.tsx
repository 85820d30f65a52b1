import "../../words/customers.ts";
import { createCustomer } from "@tenantry/core/customers/create";
import { type Ask, readTogether } from "@tenantry/core/kernel/together";
import { readReseller } from "@tenantry/core/resellers/read";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/new";
import { CreateCustomer } from "./create-screen.tsx";
import { countryChoices } from "./form-options.server.ts";
import { readSellers } from "./list-data.server.ts";
import { readRateField, typedRate } from "./rate.server.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "customer.create");
  const wanted = new URL(request.url).searchParams.get("seller") ?? "agency";
  const ofAgency = tenant.kind === "agency";
  const of = ofAgency ? wanted : tenant.resellerId;
  const { sellers, rate } = await load(
    readTogether(ctx, async (ask) => ({
      sellers: ofAgency ? await sellersFor(ask, wanted) : undefined,
      rate: await readRateField(ask, ctx, of === "agency" ? undefined : { subject: "reseller", id: of }),
    })),
  );
  const values = { parentId: wanted === "agency" ? "" : wanted, rateBps: rate?.value };
  return { countries: countryChoices(), sellers, rate, values, partner: ofAgency ? undefined : tenant.name };
}

/** Resellers to choose from, the wanted one among them however many there are. */
async function sellersFor(ask: Ask, wanted: string) {
  const { sellers, more } = await readSellers(ask);
  const isListed = wanted === "agency" || sellers.some(({ id }) => id === wanted);
  const all = isListed ? sellers : [await ask(readReseller, { id: wanted }), ...sellers];
  return { choices: all.map(({ id, name }) => ({ value: id, label: name, isData: true })), more };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const typed = fieldsOf(
    form,
    "name",
    "email",
    "externalId",
    "country",
    "parentId",
    "type",
    "address",
    "taxId",
  );
  const input = {
    ...typed,
    active: form.get("active") !== "no",
    rateBps: typedRate(form, ctx.actor.language),
  };
  // A form's fields are text; the verb's schema judges them and names the field that is wrong.
  const outcome = await submit(form, () =>
    createCustomer(ctx, input as unknown as Parameters<typeof createCustomer>[1]),
  );
  if ("state" in outcome) return refused(outcome);
  const { id, name } = outcome.done;
  const fact = wordsFor(request, ctx)("customers:toast.created", { name });
  return redirectSaying(ctx, `/customers/${id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...options } = loaderData;
  return <CreateCustomer {...options} state={actionData?.state ?? { values }} />;
}
