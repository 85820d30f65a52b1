import type { Tx } from "@tenantry/db";
import { arrayLiteral } from "../usage/array-literal.ts";
import type { ReachedCap } from "../usage/mark-caps.ts";
import { exactUnits } from "../usage/rules.ts";
import { announce } from "./announce.ts";

/** Announces caps of the plan that resellers have come to this month, each once. */
export async function announceCaps(tx: Tx, agencyId: string, reached: readonly ReachedCap[]): Promise<void> {
  if (reached.length === 0) return;
  const list = (column: "resellerId" | "meter" | "month" | "cap") =>
    arrayLiteral(reached.map((one) => one[column]));
  const values = [agencyId, list("resellerId"), list("meter"), list("month"), list("cap")];
  const told = await tx.named<{ place: number }>("webhook_caps", tellSql, values);
  await Promise.all(
    told.map(({ place }) => {
      const { resellerId, meter, cap, month, at, units, capUnits } = reached[place]!;
      const facts = { meter, cap, month: month.slice(0, 7) };
      const more = { ...facts, units: exactUnits(units), capUnits: exactUnits(capUnits) };
      return announce(tx, { agencyId, type: "cap.reached", resellerId, at, more });
    }),
  );
}

/** Whether these caps of a reseller's meter are kept for the month, and told to whoever wants to know of them. */
export async function capsKnown(
  tx: Tx,
  agencyId: string,
  { resellerId, meter, month, caps }: { resellerId: string; meter: string; month: string; caps: string[] },
): Promise<boolean> {
  const values = [agencyId, resellerId, meter, month, arrayLiteral(caps)];
  const [row] = await tx.named<{ known: number }>("webhook_caps_known", knownSql, values);
  return row!.known === caps.length;
}

const wanted = (reseller: string) => `exists (
    select from webhook_endpoints e
    join accounts r on r.agency_id = $1 and r.id = ${reseller}
    where e.agency_id = $1 and e.account_id in ($1, r.id, r.distributor_id) and e.disabled_at is null
      and 'cap.reached' = any(e.event_types))`;

const tellSql = `
  with reached as (
    select *, row_number() over () as place
    from unnest($2::uuid[], $3::text[], $4::date[], $5::text[]) x (reseller, meter, month, cap)
  ), told as (
    insert into webhook_caps (agency_id, account_id, meter, month, cap)
    select $1, reseller, meter, month, cap from reached x where ${wanted("x.reseller")} order by place
    on conflict do nothing
    returning account_id, meter, cap
  )
  select (r.place - 1)::int as place
  from reached r join told t on t.account_id = r.reseller and t.meter = r.meter and t.cap = r.cap order by r.place`;

const knownSql = `
  select count(*)::int as known from usage_caps k
  where k.agency_id = $1 and k.month = $4 and k.cap = any($5::text[]) and k.account_id = $2 and k.meter = $3
    and (not ${wanted("$2")} or exists (select from webhook_caps t where t.agency_id = $1 and t.account_id = $2
      and t.meter = $3 and t.month = $4 and t.cap = k.cap))`;
