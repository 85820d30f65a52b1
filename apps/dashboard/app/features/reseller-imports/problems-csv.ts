import "../../words/imports.ts";
import "../../words/reseller-imports.ts";
import { listResellerImportRows } from "@tenantry/core/reseller-imports/list-rows";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { problemWords } from "../imports/problem-words.server.ts";
import { problemsFile } from "../imports/problems-csv.server.ts";
import type { Route } from "./+types/problems-csv";

/** The rows that became no reseller. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.rows");
  const { id } = params;
  const t = wordsFor(request, ctx);
  const { head } = await load(readResellerImport(ctx, { id }));
  return problemsFile(
    head,
    t("imports:rows.reason"),
    (at) => load(listResellerImportRows(ctx, { id, ...at })),
    (problems) => problemWords(problems, (field) => t(`reseller-imports:field.${field}`)),
  );
}
