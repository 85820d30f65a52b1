import "../../words/customers.ts";
import { readTogether } from "@tenantry/core/kernel/together";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/list-csv";
import { readCustomersAddress } from "./list-address.server.ts";
import { readPage } from "./list-data.server.ts";

const columns = [
  "name",
  "code",
  "email",
  "externalId",
  "country",
  "type",
  "usage",
  "expiry",
  "joined",
  "status",
] as const;

/** The customers of the address's search and filters, all pages; for the agency with whom they buy from. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "customer.list");
  const { question } = readCustomersAddress(request, tenant);
  const t = wordsFor(request, ctx);
  const ofAgency = tenant.kind === "agency";
  const head = [...columns, ...(ofAgency ? ["seller"] : [])].map((column) => t(`customers:column.${column}`));
  return csvFile("customers", head, async (cursor) => {
    const { customers, next } = await load(
      readTogether(ctx, (ask) => readPage(ask, { ...question, cursor, limit: 100 })),
    );
    const rows = customers.map((row) => [
      ...[row.name, row.code, row.email, row.externalId, row.country],
      t(`customers:type.${row.type}`),
      ...[row.used, row.comingExpiry, row.createdAt],
      t(`customers:status.${row.status}`),
      ...(ofAgency ? [row.seller?.name ?? null] : []),
    ]);
    return { rows, next };
  });
}
