import "../../words/subscriptions.ts";
import { toDecimal } from "@tenantry/core/kernel/money";
import { listSubscriptions } from "@tenantry/core/subscriptions/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/list-csv";
import { readSubscriptionsAddress } from "./list-address.server.ts";

const columns = [
  ...(["code", "customer", "plan", "quantity", "currency", "unit", "interval"] as const),
  ...(["from", "to", "state", "started", "ended", "mrr"] as const),
];

/** The subscriptions of the address's search and filters, all pages; amounts as plain decimals that add up. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "subscription.list");
  const { question } = readSubscriptionsAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`subscriptions:column.${column}`));
  return csvFile("subscriptions", head, async (cursor) => {
    const { subscriptions, next } = await load(listSubscriptions(ctx, { ...question, cursor, limit: 100 }));
    const rows = subscriptions.map((row) => {
      const { code, customer, plan, quantity, currency, interval, period, state } = row;
      const amount = (minor: number) => toDecimal({ currency, amountMinor: BigInt(minor) });
      return [
        ...[code, customer.name, plan.name, quantity, currency, amount(row.unitMinor)],
        ...[t(`subscriptions:interval.${interval}`), period.from, period.to],
        ...[t(`subscriptions:state.${state}`), row.startedAt, row.endedAt, amount(row.mrrMinor)],
      ];
    });
    return { rows, next };
  });
}
