import "../../words/invoices.ts";
import { listInvoices } from "@tenantry/core/invoices/list";
import { dayOf } from "@tenantry/core/kernel/clock";
import { toDecimal } from "@tenantry/core/kernel/money";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/list-csv";
import { lastBefore } from "./days.ts";
import { readInvoicesAddress } from "./list-address.server.ts";
import { signed } from "./signed.ts";

const columns = [
  "code",
  "kind",
  "customer",
  "seller",
  "issued",
  "due",
  "state",
  "net",
  "tax",
  "total",
  "currency",
];

/** The documents of the address's search and filters, all pages; amounts as plain decimals that add up. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "invoice.list");
  const { question } = readInvoicesAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`invoices:column.${column}`));
  return csvFile("invoices", head, async (cursor) => {
    const { invoices, next } = await load(listInvoices(ctx, { ...question, cursor, limit: 100 }));
    const rows = invoices.map((row) => {
      const { code, kind, customer, sellerName, issuedAt, dueAt, overdue, currency, comingSince } = row;
      const state = overdue ? "overdue" : comingSince && row.state === "open" ? "coming" : row.state;
      return [
        ...[code, t(`invoices:kind.${kind}`), customer.name, sellerName, issuedAt],
        kind === "invoice" ? dayOf(new Date(lastBefore(dueAt)), tenant.billingZone) : null,
        state && t(`invoices:state.${state}`),
        ...[row.netMinor, row.taxMinor, row.totalMinor].map((minor) =>
          toDecimal({ currency, amountMinor: BigInt(signed(row, minor)) }),
        ),
        currency,
      ];
    });
    return { rows, next };
  });
}
