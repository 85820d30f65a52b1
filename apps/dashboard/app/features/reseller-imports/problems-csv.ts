import "../../words/reseller-imports.ts";
import { listResellerImportRows } from "@tenantry/core/reseller-imports/list-rows";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/problems-csv";
import { problemWords } from "./problem-words.server.ts";

const outcomes = ["wrong", "failed"] as const;

/** The rows that became no reseller, as they came, with the reason at the end: put right, the file can be imported. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "reseller-import.rows");
  const { id } = params;
  const t = wordsFor(request, ctx);
  const { head } = await load(readResellerImport(ctx, { id }));
  return csvFile("rows-left-out", [...head, t("reseller-imports:rows.reason")], async (place) => {
    // The place says which of the two outcomes is being read, and where in it.
    const [at = "0", cursor] = (place ?? "0").split(" ");
    const state = outcomes[Number(at)]!;
    const page = await load(listResellerImportRows(ctx, { id, state, cursor, limit: 100 }));
    const rows = page.rows.map(({ cells, problems }) => [
      ...head.map((_, column) => cells[column] ?? ""),
      problemWords(t, problems).join(" "),
    ]);
    const further = Number(at) + 1 < outcomes.length ? String(Number(at) + 1) : null;
    return { rows, next: page.next ? `${at} ${page.next}` : further };
  });
}
