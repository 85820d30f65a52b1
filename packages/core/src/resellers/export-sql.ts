import type { exportParts } from "./erasure-schemas.ts";

interface Part {
  from: string;
  /** A text that orders the rows and tells them apart. */
  key: string;
  /** What is given of a row: everything but secrets and what only we read. */
  columns: string;
  where?: string;
}

const parts: Record<(typeof exportParts)[number], Part> = {
  account: {
    from: `accounts t join resellers r on r.agency_id = t.agency_id and r.id = t.id
      join brands b on b.agency_id = t.agency_id and b.account_id = t.id
      join hostnames h on h.agency_id = t.agency_id and h.account_id = t.id`,
    key: "h.host",
    columns: `t.id, t.code, t.name, t.email, t.external_id, t.country, t.language, t.status, t.created_at, t.archived_at,
      r.type, r.phone, r.website, r.contact_name, r.contact_email, r.contact_phone, b.color, b.support_email, h.host`,
    where: "t.kind = 'reseller'",
  },
  people: {
    from: `users t left join memberships m on m.agency_id = t.agency_id and m.user_id = t.id`,
    key: "t.id || coalesce(m.account_id::text, '')",
    columns:
      "t.id, t.name, t.email, t.language, t.status, t.created_at, m.account_id, m.role, m.state, m.last_seen_at",
  },
  invitations: {
    from: "invitations t",
    key: "t.id::text",
    columns: "t.id, t.account_id, t.email, t.role, t.created_at, t.accepted_at, t.revoked_at",
  },
  customers: {
    from: "accounts t",
    key: "t.id::text",
    columns: "t.id, t.code, t.name, t.email, t.external_id, t.country, t.created_at, t.archived_at",
    where: "t.kind = 'customer'",
  },
  keys: {
    from: "api_keys t",
    key: "t.id::text",
    columns: "t.id, t.name, t.prefix, t.scopes, t.created_at, t.last_used_at, t.revoked_at",
  },
  webhooks: {
    from: "webhook_endpoints t",
    key: "t.id::text",
    columns: "t.id, t.url, t.description, t.event_types, t.created_at, t.disabled_at",
  },
  plans: {
    from: "plans t",
    key: "t.id::text",
    columns: "t.id, t.name, t.description, t.archived_at",
  },
  mails: {
    from: "mails t",
    key: "t.id::text",
    columns: "t.id, t.kind, t.recipient, t.subject, t.state, t.created_at, t.sent_at",
  },
  usage: {
    from: "usage_days t",
    key: "t.day || ' ' || t.account_id || ' ' || t.meter",
    columns: "t.day, t.account_id, t.meter, t.quantity",
  },
  audit: {
    from: "audit_entries t",
    key: "t.id::text",
    columns: "t.id, t.at, t.actor_kind, t.action, t.object_kind, t.object_id, t.before, t.after",
  },
};

/** One page of a part: `key` and the row as JSON. Agency, reseller, the key to go on from, and how many at most. */
export function exportSql(part: keyof typeof parts): string {
  const { from, key, columns, where = "true" } = parts[part];
  return `
    select ${key} as key, to_jsonb(one) as row
    from ${from}
    cross join lateral (select ${columns}) one
    where t.agency_id = $1 and t.reseller_id = $2 and ${where} and ($3::text is null or ${key} > $3)
    order by 1 limit $4`;
}
