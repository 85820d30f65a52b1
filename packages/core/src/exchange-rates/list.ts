import { listPage } from "../kernel/list-page.ts";
import { query } from "../kernel/verb.ts";
import { shortRate } from "./convert.ts";
import { exchangeRatePage, listInput } from "./schemas.ts";

interface Row {
  id: string;
  place: string;
  from: string;
  to: string;
  rate: string;
  source: string;
  setAt: Date;
  counts: boolean;
}

const listSql = (way: "asc" | "desc") => `
  select * from (
    select e.id, e.set_at::text as place, e.from_currency as "from", e.to_currency as "to", e.rate::text, e.source, e.set_at as "setAt",
      not exists (
        select from exchange_rates n
        where n.agency_id = e.agency_id and n.from_currency = e.from_currency and n.to_currency = e.to_currency
          and (n.created_at, n.id) > (e.created_at, e.id)) as counts
    from exchange_rates e
    where e.agency_id = $1 and ($2::text is null or $2 in (e.from_currency, e.to_currency))
      and ($4::timestamptz is null or (e.set_at, e.id) ${way === "asc" ? ">" : "<"} ($4, $5::uuid))) e
  where $3::boolean is null or counts = $3
  order by "setAt" ${way}, id ${way} limit $6`;

/** One page of the exchange rates that the agency has said, those that count now among them. */
export const listExchangeRates = query("exchange-rate.list", {
  input: listInput,
  output: exchangeRatePage,
  run: async ({ tx, ctx }, input) => {
    const { rows, ...ways } = await listPage(ctx, "exchange-rate.list", input, (place, limit) => {
      const way = input.sort.startsWith("-") === place.backwards ? "asc" : "desc";
      const asked = [input.currency ?? null, input.state ? input.state === "counting" : null];
      const values = [ctx.tenant.agencyId, ...asked, place.key, place.id, limit];
      return tx.named<Row>(`exchange_rates_${way}`, listSql(way), values);
    });
    return {
      rates: rows.map(({ id, from, to, rate, source, setAt, counts }) => ({
        ...{ id, from, to, source, setAt, counts },
        rate: shortRate(rate),
      })),
      ...ways,
    };
  },
});
