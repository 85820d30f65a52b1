import "../../words/reseller-imports.ts";
import { readTogether } from "@tenantry/core/kernel/together";
import { checkResellerImport } from "@tenantry/core/reseller-imports/check";
import { listResellerImportRows } from "@tenantry/core/reseller-imports/list-rows";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { defaultedFields, importFields } from "@tenantry/core/reseller-imports/schemas";
import { Outlet, redirect } from "react-router";
import { countries } from "../../request/countries.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useLookAgain } from "../../ui/use-look-again.ts";
import { mappingIn } from "../imports/forms.server.ts";
import { perPage, readRowsAddress, rowsView } from "../imports/list-address.server.ts";
import { problemWords } from "../imports/problem-words.server.ts";
import { languageChoices } from "../resellers/form-options.server.ts";
import type { Route } from "./+types/import";
import { ImportScreen } from "./import-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.read");
  const { id } = params;
  const address = readRowsAddress(request);
  const [found, page] = await load(
    readTogether(
      ctx,
      async (ask) =>
        [
          await ask(readResellerImport, { id }),
          await ask(listResellerImportRows, { id, ...address, limit: perPage }),
        ] as const,
    ),
    request,
  );
  const t = wordsFor(request, ctx);
  const { sample, ...facts } = found;
  return {
    facts: { ...facts, sample: sample[0] ?? [] },
    rows: page.rows.map(({ cells, problems, resellerId, resellerName, ...row }) => ({
      ...row,
      name: resellerName ?? cells[found.columns.name ?? 0] ?? "",
      madeAt: resellerId ? `/resellers/${resellerId}` : undefined,
      problems: problemWords(problems, (field) => t(`reseller-imports:field.${field}`)),
    })),
    view: rowsView(`/reseller-imports/${id}`, address, page),
    options: {
      countries: countries("en").map(({ code, name }) => ({ value: code, label: name, isData: true })),
      languages: languageChoices(),
    },
  };
}

/** The columns chosen: every row is tried with them. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = signedIn(context, request, "agency");
  const form = await request.formData();
  const mapping = mappingIn(form, importFields, defaultedFields);
  const outcome = await submit(form, () => checkResellerImport(ctx, { id: params.id, ...mapping }));
  if ("state" in outcome) return refused(outcome);
  return redirect(`/reseller-imports/${params.id}`);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  useLookAgain(["checking", "creating"].includes(loaderData.facts.state));
  return (
    <ImportScreen {...loaderData} state={actionData?.state}>
      <Outlet />
    </ImportScreen>
  );
}
