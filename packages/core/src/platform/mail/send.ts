import { createHmac } from "node:crypto";
import { render } from "@react-email/render";
import { inTenant, type Tx } from "@tenantry/db";
import {
  accounts,
  agencies,
  brands,
  hostnames,
  invitations,
  mails,
  resellers,
  users,
} from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { createElement } from "react";
import { mintToken, revokeTokens } from "../../identity/tokens.ts";
import { invitationUrl } from "../../invitations/link.ts";
import { drawPaper } from "../../invoices/draw.ts";
import type { App } from "../../kernel/ctx.ts";
import { databaseNow } from "../../kernel/rows.ts";
import { originOf } from "../../tenancy/origin.ts";
import { t } from "../../words/index.ts";
import { momentIn } from "../../words/moment.ts";
import { type About, aboutOf } from "./about.ts";
import { aboutDocument } from "./about-document.ts";
import { MailTemplate } from "./template.tsx";
import type { MailTransport } from "./transport.ts";

const resetMinutes = 30;

/** Longest a carrier may take, in milliseconds; the job is tried again after that. */
const patience = 8_000;

/**
 * Renders and sends one queued mail in three steps: the link is made and committed, the carrier is called without a
 * transaction, the mail is marked sent. A crash in between sends the same bytes again under the same idempotency key,
 * because the link's secret is derived from the mail's id: whichever copy arrives, its link works.
 */
export async function sendMail(
  app: App,
  transport: MailTransport,
  agencyId: string,
  mailId: string,
): Promise<void> {
  const scope = { agency: agencyId, kind: "agency" as const, account: agencyId };
  const ready = await inTenant(app.pool, scope, async (tx) => {
    const facts = await readFacts(tx, agencyId, mailId);
    if (!facts) return undefined;
    if (facts.mail.userId === null) {
      const { mail, account, brand, host } = facts;
      const front = { name: account.name, color: brand.color, host: host.host };
      const about = await aboutDocument(tx, app.config, mail, front);
      if (about) return { ...facts, about, document: about.document, link: { url: about.url } };
      await drop(tx, mail);
      return undefined;
    }
    const about = await aboutOf(tx, facts.mail);
    return { ...facts, about, link: await linkFor(app, tx, facts, facts.mail.userId, about) };
  });
  if (!ready) return;
  const { mail, account } = ready;
  const { subject, html, text } = await renderMail(app, ready);
  const document = "document" in ready ? ready.document : undefined;
  const attachment = document && { filename: `${document.code}.pdf`, file: await drawPaper(document) };
  const sending = transport({
    fromName: account.name,
    to: mail.recipient,
    subject,
    html,
    text,
    attachment,
    idempotencyKey: mailId,
  });
  const providerId = await Promise.race([sending, tooSlow()]);
  const body = app.config.demo ? { html, text } : {};
  await inTenant(app.pool, scope, (tx) =>
    tx
      .update(mails)
      .set({
        ...body,
        state: "sent",
        sender: account.name,
        subject,
        providerId,
        failure: null,
        sentAt: databaseNow as never,
      })
      .where(and(eq(mails.agencyId, agencyId), eq(mails.id, mailId))),
  );
  app.log.info({ agencyId, mailId, kind: mail.kind, host: ready.host.host }, "mail sent");
}

function tooSlow(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The mail service did not answer in time")), patience).unref();
  });
}

/** Puts a mail aside that is not worth sending any more. */
async function drop(tx: Tx, { agencyId, id }: typeof mails.$inferSelect): Promise<void> {
  const own = and(eq(mails.agencyId, agencyId), eq(mails.id, id));
  await tx.update(mails).set({ state: "dropped" }).where(own);
}

type Ready = Facts & {
  about: Pick<About, "words" | "context"> | undefined;
  link: { url?: string; until?: Date };
};

async function renderMail(
  app: App,
  { mail, account, agency, user, contactName, brand, host, link, about }: Ready,
) {
  const element = createElement(MailTemplate, {
    kind: mail.kind,
    tenant: account.name,
    color: brand.color,
    supportEmail: brand.supportEmail,
    // What goes to an account's contact person is not written to who signs in.
    recipientName: user ? (mail.recipient === user.email ? user.name : (contactName ?? user.name)) : "",
    url: link.url,
    until: link.until && momentIn("en-GB", agency.billingZone)(link.until),
    about,
    choicesUrl: about && user ? `${originOf(app.config, host.host)}/settings/notifications` : undefined,
  });
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  const said = { ...about?.words, context: about?.context, name: account.name };
  return { subject: t(`mail:${mail.kind}.subject`, said), html, text };
}

/** Marks a mail that could not be sent, so that the page that waits for it can say so. It may still be tried again. */
export async function markFailed(app: App, agencyId: string, mailId: string, failure: string): Promise<void> {
  const scope = { agency: agencyId, kind: "agency" as const, account: agencyId };
  await inTenant(app.pool, scope, (tx) =>
    tx
      .update(mails)
      .set({ state: "failed", failure: failure.slice(0, 300) })
      .where(and(eq(mails.agencyId, agencyId), eq(mails.id, mailId), eq(mails.state, "queued"))),
  );
}

type Facts = NonNullable<Awaited<ReturnType<typeof readFacts>>>;

async function readFacts(tx: Tx, agencyId: string, mailId: string) {
  const [row] = await tx
    .select({
      mail: mails,
      account: accounts,
      agency: agencies,
      user: users,
      brand: brands,
      host: hostnames,
      contactName: resellers.contactName,
    })
    .from(mails)
    .innerJoin(accounts, and(eq(accounts.agencyId, mails.agencyId), eq(accounts.id, mails.accountId)))
    .innerJoin(agencies, eq(agencies.agencyId, mails.agencyId))
    .leftJoin(users, and(eq(users.agencyId, mails.agencyId), eq(users.id, mails.userId)))
    .innerJoin(brands, and(eq(brands.agencyId, mails.agencyId), eq(brands.accountId, mails.accountId)))
    .innerJoin(
      hostnames,
      and(eq(hostnames.agencyId, mails.agencyId), eq(hostnames.accountId, mails.accountId)),
    )
    .leftJoin(resellers, and(eq(resellers.agencyId, mails.agencyId), eq(resellers.id, mails.accountId)))
    .where(and(eq(mails.agencyId, agencyId), eq(mails.id, mailId), eq(hostnames.isPrimary, true)))
    .for("update", { of: mails });
  return row && !["sent", "dropped"].includes(row.mail.state) && !row.account.erasedAt ? row : undefined;
}

async function linkFor(
  app: App,
  tx: Tx,
  { mail, host }: Facts,
  userId: string,
  about: About | undefined,
): Promise<{ url: string; until: Date }> {
  const { id, agencyId, distributorId, resellerId, subjectId } = mail;
  const origin = originOf(app.config, host.host);
  const until = new Date(mail.createdAt.getTime() + resetMinutes * 60_000);
  if (mail.kind === "password_changed") return { url: `${origin}/forgot-password`, until };
  if (about) return { url: `${origin}${about.path}`, until };
  if (mail.kind !== "invitation" && mail.kind !== "password_reset")
    return { url: `${origin}/settings/security`, until };
  const token = { agencyId, distributorId, resellerId, userId, subjectId, host: host.host };
  const secret = createHmac("sha256", app.config.secret).update(`mail\n${id}`).digest("base64url");
  if (mail.kind === "invitation") {
    const [invitation] = await tx
      .select({ expiresAt: invitations.expiresAt })
      .from(invitations)
      .where(and(eq(invitations.agencyId, agencyId), eq(invitations.id, subjectId)));
    const expiresAt = invitation!.expiresAt;
    const text = await mintToken(tx, { ...token, purpose: "invitation", expiresAt }, { id, secret });
    return { url: invitationUrl(app.config, host.host, text), until: expiresAt };
  }
  await revokeTokens(tx, agencyId, subjectId, id);
  const text = await mintToken(tx, { ...token, purpose: "password_reset", expiresAt: until }, { id, secret });
  return { url: `${origin}/reset-password/${text}`, until };
}
