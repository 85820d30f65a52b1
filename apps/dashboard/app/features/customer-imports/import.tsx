import "../../words/customer-imports.ts";
import { checkCustomerImport } from "@tenantry/core/customer-imports/check";
import { listCustomerImportRows } from "@tenantry/core/customer-imports/list-rows";
import { readCustomerImport } from "@tenantry/core/customer-imports/read";
import { defaultedFields, importFields } from "@tenantry/core/customer-imports/schemas";
import { readTogether } from "@tenantry/core/kernel/together";
import { Outlet, redirect } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useLookAgain } from "../../ui/use-look-again.ts";
import { countryChoices } from "../customers/form-options.server.ts";
import { mappingIn } from "../imports/forms.server.ts";
import { perPage, readRowsAddress, rowsView } from "../imports/list-address.server.ts";
import { problemWords } from "../imports/problem-words.server.ts";
import type { Route } from "./+types/import";
import { ImportScreen } from "./import-screen.tsx";
import { sumsOf } from "./sums.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "customer-import.read");
  const { id } = params;
  const address = readRowsAddress(request);
  const { found, page } = await load(
    readTogether(ctx, async (ask) => ({
      found: await ask(readCustomerImport, { id }),
      page: await ask(listCustomerImportRows, { id, ...address, limit: perPage }),
    })),
    request,
  );
  const t = wordsFor(request, ctx);
  const { sample, ...facts } = found;
  return {
    facts: { ...facts, sample: sample[0] ?? [], sums: sumsOf(found.totals.firsts) },
    rows: page.rows.map(({ cells, problems, customerId, customerName, ...row }) => ({
      ...row,
      name: customerName ?? cells[found.columns.name ?? 0] ?? "",
      // One that has moved to another seller since is named to its old one no more.
      madeAt: customerName === null ? undefined : `/customers/${customerId}`,
      problems: problemWords(problems, (field) => t(`customer-imports:field.${field}`)),
    })),
    view: rowsView(`/customer-imports/${id}`, address, page),
    countries: countryChoices(),
  };
}

/** The columns chosen: every row is tried with them. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = aboveCustomers(context, request);
  const form = await request.formData();
  const mapping = mappingIn(form, importFields, defaultedFields);
  const outcome = await submit(form, () => checkCustomerImport(ctx, { id: params.id, ...mapping }));
  if ("state" in outcome) return refused(outcome);
  return redirect(`/customer-imports/${params.id}`);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  useLookAgain(["checking", "creating"].includes(loaderData.facts.state));
  return (
    <ImportScreen {...loaderData} state={actionData?.state}>
      <Outlet />
    </ImportScreen>
  );
}
