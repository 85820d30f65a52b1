import type { z } from "zod";
import { sideOf } from "../kernel/reach.ts";
import type { Run } from "../kernel/verb.ts";
import { countPlace } from "./count.ts";
import type { OwnerInvitation } from "./first-sign-in.ts";
import type { createInput } from "./schemas.ts";

/** What is told of a reseller before any of it is written. */
interface Ids {
  resellerId: string;
  userId: string;
  code: string;
}
type NewReseller = Omit<z.output<typeof createInput>, "website"> & {
  website: string | null | undefined;
  host: string;
  /** The account it hangs on: the agency's root, or its upline. */
  uplineId: string;
};

/**
 * Writes a reseller's rows; its owner's invitation, and the job that mails it, among them if there is one. One prepared
 * statement, because creating is measured against a bare insert (`npm run bench`). A login domain or external id that
 * is taken fails it.
 */
export async function insertReseller(
  { tx, ctx }: Run,
  { resellerId, userId, code }: Ids,
  input: NewReseller,
  invitation?: OwnerInvitation,
): Promise<void> {
  const { name, text } = statements[sideOf(ctx)][invitation ? "invited" : "alone"];
  const { shard, day } = countPlace(ctx, input.uplineId);
  await tx.named(name, text, [
    ctx.tenant.agencyId,
    resellerId,
    userId,
    code,
    input.name,
    input.email,
    input.country,
    input.language,
    input.externalId ?? null,
    // Joined On is business time: it moves with a test agency's clock.
    ctx.now,
    input.host,
    input.type,
    input.phone,
    input.website,
    input.contactName,
    input.contactEmail,
    input.contactPhone,
    input.planId ?? null,
    shard,
    day,
    input.uplineId,
    ...(invitation
      ? [
          invitation.id,
          invitation.invitedBy,
          invitation.expiresAt,
          invitation.tokenId,
          invitation.tokenHash,
          invitation.mailId,
        ]
      : []),
  ]);
}

/** The plan it gets: the one chosen or the default, in its current version. An upline gives what is offered to it. */
const planSql = {
  agency: `
      select p.id, v.id as version_id from plans p
      join plan_versions v on v.agency_id = $1 and v.plan_id = p.id and v.number = p.current_version
      where p.agency_id = $1 and p.reseller_id = $1 and p.archived_at is null
        and case when $18::uuid is null then p.is_default else p.id = $18::uuid end`,
  upline: `
      select p.id, p.version_id from app.plans_beneath() p
      where p.offered and case when $18::uuid is null then p.is_default else p.id = $18::uuid end`,
};

const insertSql = (by: keyof typeof planSql, more: string, answer = "") => `
  with account as (
    insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, email,
      country, language, external_id, created_at)
    values ($1, $2, 'reseller', $21, $21, $2, $1, $4, $5, $6, $7, $8, $9, $10)
  ), host as (
    insert into hostnames (host, agency_id, account_id, kind, distributor_id, reseller_id)
    values ($11, $1, $2, 'login', $21, $2)
  ), reseller as (
    insert into resellers (agency_id, id, distributor_id, reseller_id, type, phone, website, contact_name, contact_email,
      contact_phone, plan_id, plan_version_id)
    select $1, $2, $21, $2, $12, $13, $14, $15, $16, $17, coalesce($18::uuid, p.id), p.version_id
    from (select) one left join lateral (${planSql[by]}
    ) p on true
  ), brand as (
    insert into brands (agency_id, account_id, distributor_id, reseller_id) values ($1, $2, $21, $2)
  ), owner as (
    insert into users (agency_id, id, realm_id, distributor_id, reseller_id, email, name, language)
    values ($1, $3, $2, $21, $2, $6, $15, $8)
  ), membership as (
    insert into memberships (agency_id, user_id, account_id, distributor_id, reseller_id, customer_id, role)
    values ($1, $3, $2, $21, $2, $1, 'owner')
  ), counted as (
    insert into reseller_counts as c (agency_id, distributor_id, shard, active) values ($1, $21, $19, 1)
    on conflict (agency_id, distributor_id, shard) do update set active = c.active + 1
  ), dated as (
    insert into reseller_days as d (agency_id, day, distributor_id, shard, change) values ($1, $20, $21, $19, 1)
    on conflict (agency_id, day, distributor_id, shard) do update set change = d.change + 1
  )${more}
  select ${answer}`;

const invitationParts = `, invitation as (
    insert into invitations (agency_id, id, account_id, user_id, distributor_id, reseller_id, email, role, invited_by,
      expires_at)
    values ($1, $22, $2, $3, $21, $2, $6, 'owner', $23, $24)
  ), token as (
    insert into tokens (agency_id, id, purpose, subject_id, user_id, host, distributor_id, reseller_id, secret_hash,
      expires_at)
    values ($1, $25, 'invitation', $22, $3, $11, $21, $2, $26, $24)
  ), mail as (
    insert into mails (agency_id, id, account_id, user_id, distributor_id, reseller_id, kind, subject_id, recipient)
    values ($1, $27, $2, $3, $21, $2, 'invitation', $22, $6)
  )`;

const mailJob = "app.enqueue('mail.send', jsonb_build_object('mailId', $27::uuid), null)";
const statementsOf = (by: keyof typeof planSql) => ({
  alone: { name: `insert_reseller_${by}`, text: insertSql(by, "") },
  invited: { name: `insert_invited_reseller_${by}`, text: insertSql(by, invitationParts, mailJob) },
});
const statements = { agency: statementsOf("agency"), upline: statementsOf("upline") };
