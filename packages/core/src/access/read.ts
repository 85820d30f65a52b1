import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import type { AccountKind } from "../roles.ts";
import { denialOf } from "../tenancy/denial.ts";
import { type AccountStatus, stopRulesOf } from "../tenancy/stop-modes.ts";
import { access, accessInput } from "./schemas.ts";

interface Row {
  id: string;
  externalId: string | null;
  kind: AccountKind;
  resellerId: string;
  status: AccountStatus;
  /** Of whom it buys from; its own for a reseller. */
  sellerStatus: AccountStatus;
  archived: boolean;
  planId: string | null;
  planName: string | null;
  allowances: { meter: string; includedUnits: number }[];
  features: string[];
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * May this account be served now? For the agency's own product, which asks on its hot path: one statement, prepared.
 * A customer of a deactivated reseller is served on, unless everything was stopped (features.md 3.2). Throws `conflict` when an external id is used by
 * accounts of two sellers; their own ids tell them apart.
 */
export const readAccess = query("access.read", {
  input: accessInput,
  output: access,
  object: ({ account }) => (guid.test(account) ? { table: "accounts", id: account } : undefined),
  run: async ({ ctx, last }, { account }) => {
    const of = statements[ctx.scope.kind === "agency" ? "agency" : "below"];
    const { name, text } = guid.test(account) ? of.byId : of.byExternalId;
    const [row, another] = await last<Row>(name, text, [ctx.tenant.agencyId, account]);
    if (!row) throw new AppError("not_found");
    if (another) throw new AppError("conflict");
    const reason = denialOf(row, row.id === row.resellerId ? [] : [row.sellerStatus]);
    const { id, externalId, kind } = row;
    return {
      accountId: id,
      ...{ externalId, kind, reason },
      allowed: reason === null,
      newBusiness: reason === null && stopRulesOf(row.sellerStatus).newBusiness,
      ...(ctx.scope.kind === "distributor" ? {} : hadOfAgency(row, reason === null)),
    };
  },
});

function hadOfAgency({ planId, planName, allowances, features }: Row, allowed: boolean) {
  return {
    plan: planId && planName ? { id: planId, name: planName } : null,
    allowances,
    features: allowed ? features : [],
  };
}

/** A reseller's rule for its customers, and what it chose for this one. */
const throughReseller = `
    left join feature_releases c
      on c.agency_id = a.agency_id and c.feature_id = f.id and c.reseller_id = a.reseller_id
    left join feature_exceptions ce on ce.agency_id = a.agency_id and ce.feature_id = f.id
      and ce.reseller_id = a.reseller_id and ce.account_id = a.id`;

/** The agency sees its plans; a reseller its own one, through the function that shows it. */
const agencysPlan = `
  left join plans p on p.agency_id = a.agency_id and p.id = r.plan_id and r.id = a.id
  left join lateral (
    select json_agg(json_build_object('meter', m.meter, 'includedUnits', m.included_units) order by m.meter) as allowances
    from plan_meters m where m.agency_id = a.agency_id and m.version_id = r.plan_version_id and r.id = a.id) i on true`;
const resellersPlan = `
  left join lateral (select id, name, meters from app.published_plans() where pinned) p on r.id = a.id
  left join lateral (
    select json_agg(json_build_object('meter', m ->> 'meter', 'includedUnits', (m ->> 'includedUnits')::bigint)
      order by m ->> 'meter') as allowances
    from jsonb_array_elements(p.meters) m) i on true`;

/**
 * Whose features they are by the agency's rule: a reseller's own, its customers' through it, a direct customer's own.
 * A customer of a reseller has those of them that the reseller releases to it.
 */
const agencysFeatures = `
  left join lateral (
    select json_agg(f.key order by f.key) as keys
    from features f
    left join feature_releases g
      on g.agency_id = f.agency_id and g.feature_id = f.id and g.reseller_id = f.agency_id
    left join feature_exceptions e on e.agency_id = f.agency_id and e.feature_id = f.id and e.reseller_id = f.agency_id
      and e.account_id = coalesce(r.id, a.id)
    ${throughReseller}
    where f.agency_id = a.agency_id and f.archived_at is null and a.kind in ('reseller', 'customer')
      and app.feature_released(g, f.id, coalesce(r.id, a.id), r.type, r.plan_id, e.released)
      and (r.id is null or r.id = a.id or app.feature_released(c, f.id, a.id, null, null, ce.released))) f on true`;
const resellersFeatures = `
  left join lateral (
    select json_agg(f.key order by f.key) as keys
    from app.released_features() f
    ${throughReseller}
    where a.kind = 'reseller' or app.feature_released(c, f.id, a.id, null, null, ce.released)) f on true`;

const sql = (joins: string, condition: string) => `
  select a.id, a.external_id as "externalId", a.kind, a.status, a.archived_at is not null as archived,
    a.reseller_id as "resellerId", s.status as "sellerStatus",
    p.id as "planId", p.name as "planName", coalesce(i.allowances, '[]') as allowances,
    coalesce(f.keys, '[]') as features
  from accounts a
  join accounts s on s.agency_id = a.agency_id and s.id = a.reseller_id
  left join resellers r on r.agency_id = a.agency_id and r.id = a.reseller_id
  ${joins}
  where a.agency_id = $1 and ${condition}
  limit 2`;

const statements = {
  agency: {
    byId: { name: "access_by_id", text: sql(agencysPlan + agencysFeatures, "a.id = $2") },
    byExternalId: {
      name: "access_by_external_id",
      text: sql(agencysPlan + agencysFeatures, "a.external_id = $2"),
    },
  },
  below: {
    byId: { name: "access_by_id_below", text: sql(resellersPlan + resellersFeatures, "a.id = $2") },
    byExternalId: {
      name: "access_by_external_id_below",
      text: sql(resellersPlan + resellersFeatures, "a.external_id = $2"),
    },
  },
};
