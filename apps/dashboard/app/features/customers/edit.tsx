import "../../words/customers.ts";
import { readCustomer } from "@tenantry/core/customers/read";
import { updateCustomer } from "@tenantry/core/customers/update";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { fieldsOf, load, redirectSaying, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/edit";
import { EditCustomer } from "./edit-screen.tsx";
import { countryChoices } from "./form-options.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "customer.update");
  const { id, name, email, externalId, country, updatedAt } = await load(
    readCustomer(ctx, { id: params.id }),
  );
  const stored = { email: email ?? "", externalId: externalId ?? "", country: country ?? "" };
  return {
    customer: { id, name },
    countries: countryChoices(),
    values: { name, ...stored, updatedAt },
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
    updatedAt,
  } = fieldsOf(form, ...["email", "externalId", "country", "updatedAt"]);
  const name = String(form.get("name") ?? "");
  const outcome = await submit(form, () =>
    updateCustomer(ctx, { id: params.id, name, email, externalId, country, updatedAt }),
  );
  if ("state" in outcome) return refused(outcome);
  const fact = wordsFor(request, ctx)("customers:toast.saved", { name });
  return redirectSaying(ctx, `/customers/${params.id}`, { id: ctx.requestId, fact });
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  const { values, ...rest } = loaderData;
  return <EditCustomer {...rest} state={actionData?.state ?? { values }} />;
}
