import { sql } from "drizzle-orm";
import { AppError, type FieldError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { taxedSellers } from "../legal-entities/prices.ts";
import { plansBeneath } from "../plans/beneath.ts";
import type { Price } from "../plans/terms.ts";
import { loginHost, originOf } from "../tenancy/origin.ts";
import { checkNewReseller, storedContact } from "./check-new.ts";
import { createInput, preview } from "./schemas.ts";
import { takenAmong } from "./taken.ts";
import { uplineOf } from "./upline.ts";

/**
 * What creating a reseller of this would store, and which mail it would send; nothing is written. Refuses what
 * `createReseller` would, by the same rules, but for what somebody takes in between.
 */
export const previewReseller = query("reseller.preview", {
  beneath: "create",
  input: createInput,
  output: preview,
  check: checkNewReseller,
  run: async (run, input) => {
    const { config } = run.ctx.app;
    const uplineId = await uplineOf(run, input);
    const [taken, plan] = await Promise.all([takenAmong(run, [input], uplineId), planOf(run, input.planId)]);
    const { loginDomain, externalId, planId, email } = input;
    const fields: FieldError[] = [];
    if (taken.loginDomain(loginDomain)) fields.push({ pointer: "/loginDomain", code: "login_domain_taken" });
    if (externalId && taken.externalId(externalId))
      fields.push({ pointer: "/externalId", code: "external_id_taken" });
    if (planId && !plan) fields.push({ pointer: "/planId", code: "plan_unknown" });
    if (fields.length > 0) throw new AppError("invalid_input", { fields });
    const contact = storedContact(input);
    return {
      ...input,
      ...contact,
      website: contact.website ?? null,
      externalId: externalId ?? null,
      address: originOf(config, loginHost(config, loginDomain)),
      plan: plan && {
        ...plan,
        includedTaxBps: (await taxedSellers(run.tx)).get(run.ctx.tenant.agencyId) ?? 0,
      },
      mails: input.firstSignIn === "link" ? [{ kind: "invitation" as const, to: email }] : [],
    };
  },
});

interface PlanRow {
  [column: string]: unknown;
  id: string;
  name: string;
  isDefault: boolean;
  version: number;
  prices: Price[];
}

/** The plan as `insertReseller` would pin it: the one chosen or the agency's default, in its current version. */
async function planOf({ tx, ctx }: Run, planId: string | undefined): Promise<PlanRow | null> {
  const { agencyId } = ctx.tenant;
  if (ctx.scope.kind === "upline") {
    const offered = (await plansBeneath(tx)).filter(({ offered }) => offered);
    const plan = offered.find(({ id, is_default }) => (planId ? id === planId : is_default));
    return plan ? { ...plan, isDefault: plan.is_default } : null;
  }
  const wanted = planId ? sql`p.id = ${planId}::uuid` : sql`p.is_default`;
  const { rows } = await tx.execute<PlanRow>(sql`
    select p.id, p.name, p.is_default as "isDefault", v.number as version,
      (select coalesce(jsonb_agg(jsonb_build_object('currency', x.currency, 'interval', x.billed_every,
          'amountMinor', x.amount_minor) order by x.currency, x.billed_every), '[]')
        from plan_prices x where x.agency_id = v.agency_id and x.version_id = v.id) as prices
    from plans p
    join plan_versions v on v.agency_id = p.agency_id and v.plan_id = p.id and v.number = p.current_version
    where p.agency_id = ${agencyId} and p.reseller_id = ${agencyId} and p.archived_at is null and ${wanted}`);
  return rows[0] ?? null;
}
