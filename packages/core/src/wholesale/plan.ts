import { sql } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import type { intervals } from "../plans/terms.ts";

/** What the plan that a reseller is on asks. */
export interface WholesalePrice {
  currency: string;
  interval: (typeof intervals)[number];
  unitMinor: bigint;
}

/** The plan an own-plan reseller is on, at the prices that count for it. */
export interface WholesalePlan {
  distributorId: string;
  planId: string;
  versionId: string;
  planName: string;
  prices: WholesalePrice[];
}

type Row = Omit<WholesalePlan, "prices"> & {
  prices: (WholesalePrice & { unitMinor: string })[];
  none: boolean;
};

/**
 * What a reseller is charged by; undefined where it has no plan, sells for a commission or is deleted: then nothing is charged. With `dueBy`, after the
 * changes that are due by then; locked where it is going to be acted on. Throws `not_found` outside the caller's scope.
 */
export async function readWholesalePlan(
  { tx, agencyId }: Pick<Desk, "tx" | "agencyId">,
  resellerId: string,
  { lock = false, dueBy }: { lock?: boolean; dueBy?: Date } = {},
): Promise<WholesalePlan | undefined> {
  const by = dueBy?.toISOString() ?? null;
  const { rows } = await tx.execute<Row>(sql`
    select r.distributor_id as "distributorId", p.id as "planId", coalesce(w.version_id, r.plan_version_id) as "versionId",
      p.name as "planName", coalesce(y.to_type, r.type) <> 'own_plans' or a.archived_at is not null or p.id is null as none,
      (select coalesce(jsonb_agg(jsonb_build_object('currency', x.currency, 'interval', x.billed_every,
          'unitMinor', x.amount_minor::text) order by x.currency, x.billed_every), '[]')
        from plan_prices x where x.agency_id = r.agency_id
          and x.version_id = case when w.keep_price is false then w.version_id
            else coalesce(r.price_version_id, r.plan_version_id) end) as prices
    from resellers r
    join accounts a on a.agency_id = r.agency_id and a.id = r.id
    left join plan_changes w on w.agency_id = r.agency_id and w.reseller_id = r.id and w.state = 'scheduled'
      and w.due_at <= ${by}::timestamptz
    left join type_changes y on y.agency_id = r.agency_id and y.reseller_id = r.id and y.state = 'scheduled'
      and y.due_at <= ${by}::timestamptz
    left join plans p on p.agency_id = r.agency_id and p.id = coalesce(w.plan_id, r.plan_id)
    where r.agency_id = ${agencyId} and r.id = ${resellerId}
    ${lock ? sql`for update of r` : sql``}`);
  const [row] = rows;
  if (!row) throw new AppError("not_found");
  if (row.none) return undefined;
  const { distributorId, planId, versionId, planName, prices } = row;
  return {
    ...{ distributorId, planId, versionId, planName },
    prices: prices.map((one) => ({ ...one, unitMinor: BigInt(one.unitMinor) })),
  };
}
