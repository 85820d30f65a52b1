import { z } from "zod";
import { query } from "../kernel/verb.ts";

/** The countries there are live resellers in, for narrowing the list. */
export const listResellerCountries = query("reseller.countries", {
  beneath: "see",
  input: z.strictObject({}),
  output: z.object({ countries: z.array(z.string()) }),
  run: async ({ ctx, last }) => {
    const { agency, account, kind } = ctx.scope;
    const rows = await (kind === "upline"
      ? last<{ country: string }>("reseller_countries_beneath", beneathSql, [agency, account])
      : last<{ country: string }>("reseller_countries", countriesSql, [agency]));
    return { countries: rows.map(({ country }) => country) };
  },
});

const live = "agency_id = $1 and kind = 'reseller' and archived_at is null";
const beneathSql = `
  select distinct country from accounts
  where ${live} and distributor_id = $2 and country is not null order by country`;
// Steps from one to the next in the index.
const countriesSql = `
  with recursive found as (
    (select country from accounts where ${live} and country is not null order by country limit 1)
    union all
    select (select a.country from accounts a where ${live} and a.country > f.country order by a.country limit 1)
    from found f where f.country is not null
  )
  select country from found where country is not null`;
