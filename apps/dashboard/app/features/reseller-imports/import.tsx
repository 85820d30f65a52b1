import { readTogether } from "@tenantry/core/kernel/together";
import { checkResellerImport } from "@tenantry/core/reseller-imports/check";
import { listResellerImportRows } from "@tenantry/core/reseller-imports/list-rows";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { defaultedFields, importFields, rowStates } from "@tenantry/core/reseller-imports/schemas";
import { Outlet, redirect } from "react-router";
import { countries } from "../../request/countries.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { listAddressWith } from "../../request/list-address.server.ts";
import { fieldsOf, load, refused, submit } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { useLookAgain } from "../../ui/use-look-again.ts";
import { languageChoices } from "../resellers/form-options.server.ts";
import type { Route } from "./+types/import";
import { ImportScreen } from "./import-screen.tsx";
import { readRowsAddress } from "./list-address.server.ts";
import { problemWords } from "./problem-words.server.ts";

const perPage = 25;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.read");
  const { id } = params;
  const path = `/reseller-imports/${id}`;
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
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  return {
    facts: { ...facts, sample: sample[0] ?? [] },
    rows: page.rows.map(({ cells, problems, resellerName, ...row }) => ({
      ...row,
      name: resellerName ?? cells[found.columns.name ?? 0] ?? "",
      problems: problemWords(t, problems),
    })),
    view: {
      applied: address.state && { state: address.state, removeTo: to({ state: undefined }) },
      choices: rowStates.map((state) => ({ state, to: to({ state }) })),
      paging: {
        perPage,
        next: page.next ? to({ cursor: page.next }) : undefined,
        previous: page.previous ? to({ cursor: page.previous }) : undefined,
      },
    },
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
  const places = Object.entries(fieldsOf(form, ...importFields)).filter(([, place]) => place !== undefined);
  const names = defaultedFields.map((field) => `${field}Default`);
  const given = Object.entries(fieldsOf(form, ...names)).filter(([, value]) => value !== undefined);
  const outcome = await submit(form, () =>
    checkResellerImport(ctx, {
      id: params.id,
      columns: Object.fromEntries(places.map(([field, place]) => [field, Number(place)])),
      defaults: Object.fromEntries(given.map(([name, value]) => [name.replace("Default", ""), value])),
    }),
  );
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
