import type { z } from "zod";
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
  const { name, text } = invitation ? insertInvited : insertAlone;
  const { shard, day } = countPlace(ctx);
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

const insertSql = (more: string, answer = "") => `
  with account as (
    insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, email,
      country, language, external_id, created_at)
    values ($1, $2, 'reseller', $1, $1, $2, $1, $4, $5, $6, $7, $8, $9, $10)
  ), host as (
    insert into hostnames (host, agency_id, account_id, kind, distributor_id, reseller_id)
    values ($11, $1, $2, 'login', $1, $2)
  ), reseller as (
    insert into resellers (agency_id, id, distributor_id, reseller_id, type, phone, website, contact_name, contact_email,
      contact_phone, plan_id, plan_version_id)
    select $1, $2, $1, $2, $12, $13, $14, $15, $16, $17, coalesce($18::uuid, p.id), p.version_id
    from (select) one left join lateral (
      select p.id, v.id as version_id from plans p
      join plan_versions v on v.agency_id = $1 and v.plan_id = p.id and v.number = p.current_version
      where p.agency_id = $1 and p.reseller_id = $1 and p.archived_at is null
        and case when $18::uuid is null then p.is_default else p.id = $18::uuid end
    ) p on true
  ), brand as (
    insert into brands (agency_id, account_id, distributor_id, reseller_id) values ($1, $2, $1, $2)
  ), owner as (
    insert into users (agency_id, id, realm_id, distributor_id, reseller_id, email, name, language)
    values ($1, $3, $2, $1, $2, $6, $15, $8)
  ), membership as (
    insert into memberships (agency_id, user_id, account_id, distributor_id, reseller_id, customer_id, role)
    values ($1, $3, $2, $1, $2, $1, 'owner')
  ), counted as (
    insert into reseller_counts as c (agency_id, shard, active) values ($1, $19, 1)
    on conflict (agency_id, shard) do update set active = c.active + 1
  ), dated as (
    insert into reseller_days as d (agency_id, day, shard, change) values ($1, $20, $19, 1)
    on conflict (agency_id, day, shard) do update set change = d.change + 1
  )${more}
  select ${answer}`;

const invitationParts = `, invitation as (
    insert into invitations (agency_id, id, account_id, user_id, distributor_id, reseller_id, email, role, invited_by,
      expires_at)
    values ($1, $21, $2, $3, $1, $2, $6, 'owner', $22, $23)
  ), token as (
    insert into tokens (agency_id, id, purpose, subject_id, user_id, host, distributor_id, reseller_id, secret_hash,
      expires_at)
    values ($1, $24, 'invitation', $21, $3, $11, $1, $2, $25, $23)
  ), mail as (
    insert into mails (agency_id, id, account_id, user_id, distributor_id, reseller_id, kind, subject_id, recipient)
    values ($1, $26, $2, $3, $1, $2, 'invitation', $21, $6)
  )`;

const insertAlone = { name: "insert_reseller", text: insertSql("") };
const mailJob = "app.enqueue('mail.send', jsonb_build_object('mailId', $26::uuid), null)";
const insertInvited = { name: "insert_invited_reseller", text: insertSql(invitationParts, mailJob) };
