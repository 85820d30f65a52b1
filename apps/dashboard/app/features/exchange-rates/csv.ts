import "../../words/payouts.ts";
import { listExchangeRates } from "@tenantry/core/exchange-rates/list";
import { csvFile } from "../../request/csv-file.server.ts";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/csv";
import { readRatesAddress } from "./address.server.ts";

const columns = ["from", "to", "value", "source", "setAt", "state"];

/** The rates of the address's filters, all pages. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency");
  requireVerb(ctx, "exchange-rate.list");
  const { question } = readRatesAddress(request);
  const t = wordsFor(request, ctx);
  const head = columns.map((column) => t(`payouts:column.${column}`));
  return csvFile("exchange-rates", head, async (cursor) => {
    const { rates, next } = await load(listExchangeRates(ctx, { ...question, cursor, limit: 100 }));
    const rows = rates.map(({ from, to, rate, source, setAt, counts }) => [
      ...[from, to, rate, source, setAt],
      t(`payouts:rates.state.${counts ? "counting" : "past"}`),
    ]);
    return { rows, next };
  });
}
