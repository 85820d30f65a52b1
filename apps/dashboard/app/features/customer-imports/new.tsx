import { createCustomerImport } from "@tenantry/core/customer-imports/create";
import { listCustomerImports } from "@tenantry/core/customer-imports/list";
import { mostRows } from "@tenantry/core/imports/schemas";
import { redirect } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load, refused, submit } from "../../request/verbs.server.ts";
import { fileIn } from "../imports/forms.server.ts";
import type { Route } from "./+types/new";
import { ImportFile } from "./new-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "customer-import.create");
  const { imports } = await load(listCustomerImports(ctx, {}));
  return { imports, mostRows, ofAgency: tenant.kind === "agency" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const input = await fileIn(form, "customers.csv");
  const outcome = await submit(form, () => createCustomerImport(ctx, input));
  if ("state" in outcome) return refused(outcome);
  return redirect(`/customer-imports/${outcome.done.id}`);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportFile {...loaderData} state={actionData?.state} />;
}
