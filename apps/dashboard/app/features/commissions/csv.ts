import "../../words/commissions.ts";
import { listCommissions } from "@tenantry/core/commissions/list";
import { rateAsTyped } from "@tenantry/core/commissions/typed-rate";
import { toDecimal } from "@tenantry/core/kernel/money";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readCommissionsAddress } from "./list-address.server.ts";

const columns = [
  ...["at", "customer", "invoice", "line", "base", "rate", "rateSource", "amount", "currency", "state"],
  ...["reason", "payableAt"],
];

/** In the currency of the payouts, where that is another. */
const worth = ["worth", "worthCurrency", "exchangeRate", "exchangeSource"];

/** The lines of the address's filters, all pages; for the agency with who earns them. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "commission.list");
  const { question } = readCommissionsAddress(request, tenant);
  const t = wordsFor(request, ctx);
  const ofAgency = tenant.kind === "agency";
  const head = [...columns, ...(ofAgency ? ["reseller"] : []), ...worth].map((column) =>
    t(`commissions:column.${column}`),
  );
  return csvFile("commissions", head, async (cursor) => {
    const { commissions, next } = await load(listCommissions(ctx, { ...question, cursor, limit: 100 }));
    const rows = commissions.map((row) => {
      const { currency, rateBps, source, outcome } = row;
      const amount = (minor: number) => toDecimal({ currency, amountMinor: BigInt(minor) });
      return [
        ...[row.at, row.customer.name, row.invoice.code, row.invoice.position, amount(row.baseMinor)],
        rateBps === null ? null : `${rateAsTyped(rateBps)}%`,
        source && t(`commissions:${ofAgency ? "source" : "sourceOwn"}.${source}`),
        ...[amount(row.amountMinor), currency],
        t(`commissions:state.${outcome === "created" ? row.state : "none"}`),
        ...[t(`commissions:reason.${row.reason}`), row.payableAt],
        ...(ofAgency ? [row.reseller?.name ?? null] : []),
        row.worth && toDecimal({ currency: row.worth.currency, amountMinor: BigInt(row.worth.amountMinor) }),
        ...[row.worth?.currency ?? null, row.worth?.rate ?? null, row.worth?.source ?? null],
      ];
    });
    return { rows, next };
  });
}
