import { readTogether } from "@tenantry/core/kernel/together";
import { listResellers } from "@tenantry/core/resellers/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveResellers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/list-csv";
import { questionOf, readAddress } from "./list-address.server.ts";
import { figuresOf } from "./list-data.server.ts";

const columns = [
  ...["name", "code", "email", "type", "plan", "country"],
  ...["customers", "used", "included", "lastSeen", "joined", "status"],
] as const;

/** The resellers of the address's search and filters, all pages, with the columns of the list (B-10..B-15). */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = aboveResellers(context, request);
  requireVerb(ctx, "reseller.list");
  const question = questionOf(readAddress(request));
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`resellers:csv.${column}` as "resellers:csv.name"));
  return csvFile("resellers", head, async (cursor) => {
    const page = await load(
      readTogether(
        ctx,
        async (ask) => {
          const found = await ask(listResellers, { ...question, cursor, limit: 100 });
          return { ...found, figures: await figuresOf(ask, found) };
        },
        // As on the page: an upline's own scope knows neither its resellers' plans nor their people.
        { beneath: true },
      ),
    );
    const rows = page.resellers.map((row) => {
      const { customers, used, included, lastSeenAt } = page.figures(row.id);
      return [
        ...[row.name, row.code, row.email, t(`resellers:type.${row.type}`), row.planName, row.country],
        ...[customers, used, included, lastSeenAt, row.joinedAt],
        t(`resellers:status.${row.archivedAt ? "archived" : row.status}`),
      ];
    });
    return { rows, next: page.next };
  });
}
