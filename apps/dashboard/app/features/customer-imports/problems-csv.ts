import "../../words/customer-imports.ts";
import "../../words/imports.ts";
import { listCustomerImportRows } from "@tenantry/core/customer-imports/list-rows";
import { readCustomerImport } from "@tenantry/core/customer-imports/read";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { problemWords } from "../imports/problem-words.server.ts";
import { problemsFile } from "../imports/problems-csv.server.ts";
import type { Route } from "./+types/problems-csv";

/** The rows that were left out or refused. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "customer-import.rows");
  const { id } = params;
  const t = wordsFor(request, ctx);
  const { head } = await load(readCustomerImport(ctx, { id }));
  return problemsFile(
    head,
    t("imports:rows.reason"),
    (at) => load(listCustomerImportRows(ctx, { id, ...at })),
    (problems) => problemWords(problems, (field) => t(`customer-imports:field.${field}`)),
  );
}
