import { mostRows } from "@tenantry/core/imports/schemas";
import { createResellerImport } from "@tenantry/core/reseller-imports/create";
import { listResellerImports } from "@tenantry/core/reseller-imports/list";
import { redirect } from "react-router";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, refused, submit } from "../../request/verbs.server.ts";
import { fileIn } from "../imports/forms.server.ts";
import type { Route } from "./+types/new";
import { ImportFile } from "./new-screen.tsx";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.create");
  const { imports } = await load(listResellerImports(ctx, {}));
  return { imports, mostRows };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const input = await fileIn(form, "resellers.csv");
  const outcome = await submit(form, () => createResellerImport(ctx, input));
  if ("state" in outcome) return refused(outcome);
  return redirect(`/reseller-imports/${outcome.done.id}`);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportFile {...loaderData} state={actionData?.state} />;
}
