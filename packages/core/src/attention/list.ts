import { z } from "zod";
import { may } from "../kernel/authorize.ts";
import { query } from "../kernel/verb.ts";
import type { VerbName } from "../policy.ts";
import { ownInNeed } from "./own-needs.ts";
import { clocksOf, resellersInNeed } from "./reseller-needs.ts";
import { attention, mostCounted, type OwnNeed, type ResellerNeed, resellerNeeds } from "./schemas.ts";

type Need = ResellerNeed | OwnNeed;

/** What is looked at in each scope, the most pressing first. */
const needsOf: Record<"agency" | "distributor" | "reseller", Need[]> = {
  agency: [
    "hard_cap",
    "webhook_off",
    "quarantine",
    "surplus",
    "leak",
    "mail_failed",
    "invitation_expired",
    "soft_cap",
    "plan_change",
    "archive_ending",
    "team_mail_failed",
    "team_invitation_expired",
  ],
  // A distributor sells nothing itself, so nobody pays it too much.
  distributor: [
    "own_hard_cap",
    "own_soft_cap",
    "webhook_off",
    "own_plan_change",
    "team_mail_failed",
    "team_invitation_expired",
  ],
  reseller: [
    "own_hard_cap",
    "own_soft_cap",
    "webhook_off",
    "surplus",
    "own_plan_change",
    "team_mail_failed",
    "team_invitation_expired",
  ],
};

/** What shows the records behind a condition: who may not use it is not told of them. */
const shownBy: Partial<Record<Need, VerbName>> = {
  quarantine: "usage.quarantine",
  webhook_off: "webhook.list",
  surplus: "surplus.give-back",
  leak: "report.leakage",
  team_mail_failed: "team.list",
  team_invitation_expired: "team.list",
};

interface Row {
  [column: string]: unknown;
  need: Need;
  count: number;
  more: boolean;
}

/** What needs somebody in the caller's reach, with how many of each: one statement, every count ending at a limit. */
export const listAttention = query("attention.list", {
  input: z.strictObject({}),
  output: attention,
  run: async ({ ctx, last }) => {
    const { agencyId } = ctx.tenant;
    const { kind } = ctx.scope;
    const scope = kind === "agency" || kind === "distributor" ? kind : "reseller";
    const { security, business, month } = clocksOf(ctx);
    const values = [agencyId, security, business, month, ctx.scope.account];
    const rows = await last<Row>(`attention_${scope}`, statements[scope], values);
    const told = rows.filter(({ need, count }) => {
      const verb = shownBy[need];
      return count > 0 && (verb === undefined || may(ctx.actor, verb));
    });
    const order = needsOf[scope];
    return { items: told.toSorted((one, other) => order.indexOf(one.need) - order.indexOf(other.need)) };
  },
});

const parameters = { security: "$2", business: "$3", month: "$4", account: "$5::uuid" };

function isOfResellers(need: Need): need is ResellerNeed {
  return resellerNeeds.some((each) => each === need);
}

function countOf(need: Need): string {
  return `
    select '${need}' as need, least(count(*), ${mostCounted})::int as count, count(*) > ${mostCounted} as more
    from (${eachOnce(need)} limit ${mostCounted + 1}) found`;
}

/** Events set aside may be millions, which are not sorted to find that each is there once. */
function eachOnce(need: Need): string {
  const found = isOfResellers(need) ? resellersInNeed[need](parameters) : ownInNeed[need](parameters);
  return need === "quarantine" ? found : `select distinct id from (${found}) found`;
}

const statements = {
  agency: needsOf.agency.map(countOf).join(" union all "),
  distributor: needsOf.distributor.map(countOf).join(" union all "),
  reseller: needsOf.reseller.map(countOf).join(" union all "),
};
