import { monthOf } from "../kernel/clock.ts";
import type { Run } from "../kernel/verb.ts";
import { restoreDays } from "../resellers/restore.ts";
import { noMonth } from "../usage/mark-caps.ts";
import { today } from "../usage/period.ts";
import type { ResellerNeed } from "./schemas.ts";

/** How long before a date it begins to need somebody. */
export const daysAhead = 7;
/** A mail that failed longer ago than this needs nobody any more. */
const mailDays = 30;

/** The clocks that conditions go by, as parameters of a statement: security time, business time, the month's first day. */
export interface Clocks {
  security: string;
  business: string;
  month: string;
}

/** The values of those parameters. */
export function clocksOf(ctx: Run["ctx"]): { [clock in keyof Clocks]: string } {
  return {
    security: ctx.securityNow.toISOString(),
    business: ctx.now.toISOString(),
    month: monthOf(today(ctx)).from,
  };
}

/** The months whose marks in `usage_caps` hold now: counters', and gauges'. */
export const monthsOfCaps = (month: string) => `${month}::date, date '${noMonth}'`;

/**
 * A mail `m` to somebody of an account that reached nobody, whose like has not been sent since and whose invitation is
 * still open. What goes to customers about an invoice stands on the invoice.
 */
export const failedMails = ({ security }: Clocks) => `
  m.agency_id = $1 and m.state = 'failed' and m.kind not like 'invoice%' and m.created_at > ${security}::timestamptz - interval '${mailDays} days'
  and not exists (select from mails l where l.agency_id = m.agency_id and l.subject_id = m.subject_id and l.kind = m.kind
    and l.state = 'sent' and l.created_at > m.created_at)
  and not exists (select from invitations i where m.kind = 'invitation' and i.agency_id = m.agency_id and i.id = m.subject_id
    and (i.accepted_at is not null or i.revoked_at is not null))`;

/** An invitation `i` that nobody took up in time. */
export const expiredInvitations = ({ security }: Clocks) => `
  i.agency_id = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at <= ${security}::timestamptz`;

const live = (id: string) =>
  `join accounts a on a.agency_id = $1 and a.id = ${id} and a.kind = 'reseller' and a.archived_at is null`;

/** Selects `id` of the resellers with a need, some perhaps twice; `$1` is the agency. */
export const resellersInNeed: Record<ResellerNeed, (clocks: Clocks) => string> = {
  // The account itself was never taken up; a team's other invitations are its own affair.
  invitation_expired: (clocks) => `
    select i.account_id as id from invitations i ${live("i.account_id")} and a.activated_at is null
    where ${expiredInvitations(clocks)}`,
  mail_failed: (clocks) => `
    select m.account_id as id from mails m ${live("m.account_id")} where ${failedMails(clocks)}`,
  hard_cap: ({ month }) => `
    select u.account_id as id from usage_caps u ${live("u.account_id")}
    where u.agency_id = $1 and u.cap = 'hard' and u.month in (${monthsOfCaps(month)})`,
  soft_cap: ({ month }) => `
    select u.account_id as id from usage_caps u ${live("u.account_id")}
    where u.agency_id = $1 and u.cap = 'soft' and u.month in (${monthsOfCaps(month)})
      and not exists (select from usage_caps h where h.agency_id = $1 and h.account_id = u.account_id and h.cap = 'hard'
        and h.month in (${monthsOfCaps(month)}))`,
  plan_change: ({ business }) => `
    select c.reseller_id as id from plan_changes c ${live("c.reseller_id")}
    where c.agency_id = $1 and c.state = 'scheduled'
      and c.due_at <= ${business}::timestamptz + interval '${daysAhead} days'`,
  archive_ending: ({ security }) => `
    select a.id from accounts a
    where a.agency_id = $1 and a.kind = 'reseller' and a.archived_at > ${security}::timestamptz - interval '${restoreDays} days'
      and a.archived_at <= ${security}::timestamptz - interval '${restoreDays - daysAhead} days'`,
};
