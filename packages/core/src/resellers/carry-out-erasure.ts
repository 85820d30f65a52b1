import type { Run } from "../kernel/verb.ts";
import { erasureMap } from "./erasure-map.ts";

/** Rows that point to others go first. */
const deletedFirst = ["webhook_attempts", "webhook_deliveries", "recovery_codes"];

const mine = "agency_id = $1 and reseller_id = $2";
const about = "agency_id = $1 and about_id = $2";

/** Links and keys come to an end at `$3`. */
const ends = [
  `update tokens set revoked_at = $3 where ${mine} and revoked_at is null`,
  `update invitations set revoked_at = $3 where ${mine} and accepted_at is null and revoked_at is null`,
  `update api_keys set revoked_at = $3 where ${mine} and revoked_at is null`,
];

/** What others were told of it names it as well; then the map, table by table. */
const erases = [
  `delete from webhook_attempts where agency_id = $1 and delivery_id in (select id from webhook_deliveries where ${about})`,
  `delete from webhook_deliveries where ${about}`,
  `update mails set subject = null, html = null, text = null where agency_id = $1
     and (subject_id = $2 or subject_id in (select id from invitations where ${mine}))`,
  ...deletedFirst.map((table) => `delete from ${table} where ${mine}`),
  ...Object.entries(erasureMap).flatMap(([table, fate]) => {
    if ("rows" in fate) return deletedFirst.includes(table) ? [] : [`delete from ${table} where ${mine}`];
    if (!("erased" in fate)) return [];
    const sets = Object.entries(fate.erased).map(([column, value]) => `${column} = ${value}`);
    return [`update ${table} set ${sets.join(", ")} where ${mine}`];
  }),
];

/** Carries the map out for one reseller, in the caller's transaction: links and keys are ended, rows go or are overwritten. */
export async function carryOutErasure({ tx, ctx }: Run, resellerId: string): Promise<void> {
  const whose = [ctx.tenant.agencyId, resellerId];
  const at = ctx.securityNow.toISOString();
  for (const [n, text] of ends.entries()) await tx.named(`erasure_ends_${n}`, text, [...whose, at]);
  for (const [n, text] of erases.entries()) await tx.named(`erasure_${n}`, text, whose);
}
