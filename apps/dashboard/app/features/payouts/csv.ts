import "../../words/payouts.ts";
import { toDecimal } from "@tenantry/core/kernel/money";
import { listPayouts } from "@tenantry/core/payouts/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readPayoutsAddress } from "./list-address.server.ts";

const columns = [
  "code",
  "created",
  "cutOff",
  "sent",
  "settled",
  "reference",
  "lines",
  "amount",
  "currency",
  ...["sentAmount", "sentCurrency", "value", "source"],
  "state",
];

/** The payouts of the address's filters, all pages; for the agency with who gets them. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "payout.list");
  const { question } = readPayoutsAddress(request, tenant);
  const t = wordsFor(request, ctx);
  const ofAgency = tenant.kind === "agency";
  const head = [...columns, ...(ofAgency ? ["reseller"] : [])].map((column) => t(`payouts:column.${column}`));
  return csvFile("payouts", head, async (cursor) => {
    const { payouts, next } = await load(listPayouts(ctx, { ...question, cursor, limit: 100 }));
    const rows = payouts.map((row) => [
      ...[row.code, row.createdAt, row.cutOff, row.sentAt, row.settledAt, row.reference, row.lines],
      ...[toDecimal({ currency: row.currency, amountMinor: BigInt(row.amountMinor) }), row.currency],
      row.paid && toDecimal({ currency: row.paid.currency, amountMinor: BigInt(row.paid.amountMinor) }),
      ...[row.paid?.currency ?? null, row.paid?.rate ?? null, row.paid?.source ?? null],
      t(`payouts:${ofAgency ? "state" : "stateOwn"}.${row.state}`),
      ...(ofAgency ? [row.reseller?.name ?? null] : []),
    ]);
    return { rows, next };
  });
}
