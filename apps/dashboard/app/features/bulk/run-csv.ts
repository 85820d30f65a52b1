import { readBulkRun } from "@tenantry/core/bulk/read";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/run-csv";

/** What a run could not change, with the reason for each. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "bulk-run.read");
  const t = wordsFor(request, ctx);
  const head = [t("resellers:csv.name"), t("resellers:csv.email"), t("bulk:failed.reason")];
  return csvFile("failures", head, async (cursor) => {
    const { failures, next } = await load(readBulkRun(ctx, { id: params.id, cursor, limit: 1_000 }));
    return { rows: failures.map(({ name, email, code }) => [name, email, t(`bulk:why.${code}`)]), next };
  });
}
