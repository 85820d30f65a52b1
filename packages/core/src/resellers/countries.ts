import { z } from "zod";
import { query } from "../kernel/verb.ts";

/** The countries the agency has live resellers in, for narrowing the list. Steps from one to the next in the index. */
export const listResellerCountries = query("reseller.countries", {
  input: z.strictObject({}),
  output: z.object({ countries: z.array(z.string()) }),
  run: async ({ ctx, last }) => {
    const rows = await last<{ country: string }>("reseller_countries", countriesSql, [ctx.tenant.agencyId]);
    return { countries: rows.map(({ country }) => country) };
  },
});

const live = "agency_id = $1 and kind = 'reseller' and archived_at is null";
const countriesSql = `
  with recursive found as (
    (select country from accounts where ${live} and country is not null order by country limit 1)
    union all
    select (select a.country from accounts a where ${live} and a.country > f.country order by a.country limit 1)
    from found f where f.country is not null
  )
  select country from found where country is not null`;
