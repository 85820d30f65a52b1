import type { z } from "zod";
import { clocksOf } from "../attention/reseller-needs.ts";
import { statementName } from "../kernel/statement-name.ts";
import type { Run } from "../kernel/verb.ts";
import { listConditions } from "../resellers/list-sql.ts";
import { planAsked } from "./plan-asked.ts";
import { mostItems, type startInput } from "./schemas.ts";

type Asked = z.output<typeof startInput>;

/** Whom an upline has locked the agency can lock for itself. */
const deactivatable = "(a.status = 'active' or (a.status = 'locked' and a.status_by is not null))";

interface Chosen {
  ids: string[];
  /** More than one run takes are meant; these are the first. */
  more: boolean;
}

/**
 * The live resellers that are meant and for whom the action would change something, by name. For a change of plan those
 * that are not on its version; for the portal those it would lock or open. Those whose sales or whole
 * business was stopped are left as they are: such a decision was about one, and is not undone by the dozen.
 */
export async function chosenResellers(run: Run, { action, resellers, planId }: Asked): Promise<Chosen> {
  const { tx, ctx } = run;
  const versionId = action === "change_plan" ? (await planAsked(run, planId)).versionId : undefined;
  const values: unknown[] = [ctx.tenant.agencyId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    // The list of deleted ones holds nothing to act on.
    "a.archived_at is null",
    versionId
      ? `r.plan_version_id is distinct from ${bind(versionId)}::uuid`
      : action === "activate"
        ? "a.status = 'locked'"
        : deactivatable,
    ...("ids" in resellers
      ? ["a.agency_id = $1", "a.kind = 'reseller'", `a.id = any(${bind(resellers.ids)}::uuid[])`]
      : listConditions(resellers.matching, undefined, () => clocksOf(ctx), bind)),
  ];
  const text = `
    select a.id from accounts a
    join resellers r on r.agency_id = a.agency_id and r.id = a.id
    where ${conditions.join(" and ")}
    order by a.name_ci, a.id limit ${mostItems + 1}`;
  const rows = await tx.named<{ id: string }>(statementName(text), text, values);
  return { ids: rows.slice(0, mostItems).map(({ id }) => id), more: rows.length > mostItems };
}
