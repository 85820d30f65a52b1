import { type Clocks, daysAhead, expiredInvitations, failedMails, monthsOfCaps } from "./reseller-needs.ts";
import { mostCounted, type OwnNeed } from "./schemas.ts";

/** Where the account that a condition is about stands among the statement's parameters. */
type Own = Clocks & { account: string };

/** Selects what needs somebody in one account, as `id`; `$1` is the agency. */
export const ownInNeed: Record<OwnNeed, (own: Own) => string> = {
  own_hard_cap: ({ account, month }) => `
    select meter::text as id from usage_caps
    where agency_id = $1 and account_id = ${account} and cap = 'hard' and month in (${monthsOfCaps(month)})`,
  own_soft_cap: ({ account, month }) => `
    select u.meter::text as id from usage_caps u
    where u.agency_id = $1 and u.account_id = ${account} and u.cap = 'soft' and u.month in (${monthsOfCaps(month)})
      and not exists (select from usage_caps h where h.agency_id = $1 and h.month = u.month and h.cap = 'hard'
        and h.account_id = u.account_id and h.meter = u.meter)`,
  own_plan_change: ({ account, business }) => `
    select id::text from plan_changes
    where agency_id = $1 and reseller_id = ${account} and state = 'scheduled'
      and due_at <= ${business}::timestamptz + interval '${daysAhead} days'`,
  quarantine: () => "select id::text from usage_quarantine where agency_id = $1",
  surplus: ({ account }) => `select held::text as id from app.surpluses_held(${account}) held`,
  leak: () => `
    select n::text as id from leak_checks, generate_series(1, least(found, ${mostCounted + 1})) n where agency_id = $1`,
  webhook_off: ({ account }) => `
    select id::text from webhook_endpoints
    where agency_id = $1 and account_id = ${account} and disabled_why in ('gone', 'failing')`,
  team_invitation_expired: (own) => `
    select i.user_id::text as id from invitations i
    where ${expiredInvitations(own)} and i.account_id = ${own.account}`,
  team_mail_failed: (own) => `
    select m.user_id::text as id from mails m where ${failedMails(own)} and m.account_id = ${own.account}`,
};
