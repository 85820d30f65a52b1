import "../../words/customers.ts";
import { readCustomer } from "@tenantry/core/customers/read";
import { updateCustomer } from "@tenantry/core/customers/update";
import { readTogether } from "@tenantry/core/kernel/together";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/edit";
import { EditCustomer } from "./edit-screen.tsx";
import { countryChoices } from "./form-options.server.ts";
import { readRateField, typedRate } from "./rate.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "customer.update");
  const { id } = params;
  const { customer, rate } = await load(
    readTogether(ctx, async (ask) => ({
      customer: await ask(readCustomer, { id }),
      rate: await readRateField(ask, ctx, { subject: "customer", id }),
    })),
  );
  const { name, email, externalId, country, type, address, taxId, updatedAt } = customer;
  const stored = { email: email ?? "", externalId: externalId ?? "", country: country ?? "" };
  return {
    customer: { id, name },
    countries: countryChoices(),
    rate,
    values: { name, ...stored, type, address, taxId: taxId ?? "", rateBps: rate?.value, updatedAt },
    ofAgency: tenant.kind === "agency",
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const {
    email = null,
    externalId = null,
    country = null,
    taxId = null,
    updatedAt,
  } = fieldsOf(form, ...["email", "externalId", "country", "taxId", "updatedAt"]);
  const name = String(form.get("name") ?? "");
  const address = String(form.get("address") ?? "");
  const type = form.get("type") === "internal" ? "internal" : "customer";
  const rateBps = typedRate(form, ctx.actor.language);
  const outcome = await submit(form, () =>
    updateCustomer(ctx, {
      ...{ id: params.id, name, email, externalId, country, taxId, address, type, rateBps, updatedAt },
    }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("customers:toast.saved", { name });
  return redirectSaying(ctx, `/customers/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...rest } = loaderData;
  return <EditCustomer {...rest} state={actionData?.state ?? { values }} />;
}
