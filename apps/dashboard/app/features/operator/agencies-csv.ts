import "../../words/operator.ts";
import { listAgencies } from "@tenantry/core/agencies/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { operatorOnly } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/agencies-csv";
import { readAgenciesAddress } from "./list-address.server.ts";

/** The agencies of the address's search and filter, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const { question } = readAgenciesAddress(request);
  const t = wordsFor(request, ctx);
  const columns = ["name", "address", "owner", "ownerState", "resellers", "created", "status"] as const;
  const head = columns.map((column) => t(`operator:agencies.column.${column}`));
  return csvFile("agencies", head, async (cursor) => {
    const { agencies, next } = await load(listAgencies(ctx, { ...question, cursor, limit: 100 }));
    const rows = agencies.map((agency) => [
      agency.name,
      agency.address,
      agency.ownerEmail,
      t(`operator:agencies.owner.${agency.activated ? "accepted" : "pending"}`),
      agency.resellers,
      agency.createdAt,
      t(`operator:agencies.status.${agency.status}`),
    ]);
    return { rows, next };
  });
}
