import type { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import type { AccountKind } from "../roles.ts";
import { access, accessInput, type denial } from "./schemas.ts";

interface Row {
  id: string;
  externalId: string | null;
  kind: AccountKind;
  status: "active" | "locked";
  archived: boolean;
  planId: string | null;
  planName: string | null;
  allowances: { meter: string; includedUnits: number }[];
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * May this account be served now? For the agency's own product, which asks on its hot path: one statement, prepared.
 * A customer of a deactivated reseller is served on (features.md 3.2). Throws `conflict` when an external id is used by
 * accounts of two sellers; their own ids tell them apart.
 */
export const readAccess = query("access.read", {
  input: accessInput,
  output: access,
  object: ({ account }) => (guid.test(account) ? { table: "accounts", id: account } : undefined),
  run: async ({ ctx, last }, { account }) => {
    const { name, text } = guid.test(account) ? byId : byExternalId;
    const [row, another] = await last<Row>(name, text, [ctx.tenant.agencyId, account]);
    if (!row) throw new AppError("not_found");
    if (another) throw new AppError("conflict");
    const reason: z.infer<typeof denial> | null = row.archived
      ? "deleted"
      : row.status === "locked"
        ? "deactivated"
        : null;
    const { id, externalId, kind, planId, planName, allowances } = row;
    return {
      accountId: id,
      ...{ externalId, kind, reason, allowances },
      allowed: reason === null,
      plan: planId && planName ? { id: planId, name: planName } : null,
    };
  },
});

const sql = (condition: string) => `
  select a.id, a.external_id as "externalId", a.kind, a.status, a.archived_at is not null as archived,
    p.id as "planId", p.name as "planName",
    coalesce((select json_agg(json_build_object('meter', i.meter, 'includedUnits', i.included_units) order by i.meter)
      from plan_allowances i where i.agency_id = $1 and i.plan_id = r.plan_id), '[]') as allowances
  from accounts a
  left join resellers r on r.agency_id = a.agency_id and r.id = a.id
  left join plans p on p.agency_id = a.agency_id and p.id = r.plan_id
  where a.agency_id = $1 and ${condition}
  limit 2`;

const byId = { name: "access_by_id", text: sql("a.id = $2") };
const byExternalId = { name: "access_by_external_id", text: sql("a.external_id = $2") };
