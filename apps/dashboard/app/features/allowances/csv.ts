import { listAllowances } from "@tenantry/core/allowances/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readAllowancesAddress } from "./list-address.server.ts";

/** The list as a file: the same meter, search and filter, every page of it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "allowance.list");
  const { cursor: _, ...question } = readAllowancesAddress(request).question;
  const t = wordsFor(request, ctx);
  const facts = ["code", "meter", "mode", "units", "granted", "allocated", "taken", "free"] as const;
  const names = facts.map((fact) => t(`allowances:file.${fact}`));
  const head = [t("allowances:column.name"), ...names, t("resellers:status.archived")];
  return csvFile("allowances", head, async (cursor) => {
    const page = await load(listAllowances(ctx, { ...question, limit: 100, cursor }), request);
    const rows = page.allowances.map((row) => [
      ...[
        row.name,
        row.code,
        page.meter,
        t(`allowances:mode.${row.given?.mode ?? "none"}`),
        row.given?.units,
      ],
      ...[row.grantedUnits, row.allocatedUnits, row.takenUnits, row.freeUnits, row.archivedAt],
    ]);
    return { rows, next: page.next };
  });
}
