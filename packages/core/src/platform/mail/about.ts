import type { Tx } from "@tenantry/db";
import {
  accounts,
  agencies,
  commissionDisputes,
  commissions,
  invitations,
  invoices,
  type mails,
  memberships,
  planChanges,
  plans,
  planVersions,
  transfers,
  users,
  webhookEndpoints,
} from "@tenantry/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { AccountStatus } from "../../tenancy/stop-modes.ts";
import { dayIn } from "../../words/moment.ts";

/** What a notice is about: words for its sentences, which of two it is, and the page it leads to. */
export interface About {
  words: Record<string, string>;
  context?:
    | AccountStatus
    | "gone"
    | "failing"
    | "new_price"
    | "kept_price"
    | "cancelled"
    | "opened"
    | "answered"
    | "first"
    | "again"
    | "last"
    | "unlinked"
    | "requested"
    | "scheduled"
    | "done"
    | "refused"
    | "lapsed";
  path: string;
}

/** Looks up, when the mail is written, what it is about; undefined for mails that are about their reader. */
export async function aboutOf(tx: Tx, mail: typeof mails.$inferSelect): Promise<About | undefined> {
  if (mail.kind === "reseller_access") return aboutReseller(tx, mail.agencyId, mail.subjectId);
  if (mail.kind === "webhook_disabled") return aboutWebhook(tx, mail.agencyId, mail.subjectId);
  if (mail.kind === "plan_change") return aboutPlanChange(tx, mail.agencyId, mail.subjectId);
  if (mail.kind === "transfer") return aboutTransfer(tx, mail);
  if (mail.kind === "commission_dispute") return aboutDispute(tx, mail.agencyId, mail.subjectId);
  if (mail.kind === "invitation_accepted" || mail.kind === "invitation_asked")
    return aboutInvitation(tx, mail);
  return undefined;
}

/** A customer's people see it on their own page. */
async function aboutTransfer(
  tx: Tx,
  { agencyId, subjectId, userId }: typeof mails.$inferSelect,
): Promise<About> {
  const [row] = await tx
    .select({ transfer: transfers, zone: agencies.billingZone, own: memberships.accountId })
    .from(transfers)
    .innerJoin(agencies, eq(agencies.agencyId, transfers.agencyId))
    .leftJoin(
      memberships,
      and(
        eq(memberships.agencyId, transfers.agencyId),
        eq(memberships.accountId, transfers.customerId),
        sql`${memberships.userId} = ${userId}`,
      ),
    )
    .where(and(eq(transfers.agencyId, agencyId), eq(transfers.id, subjectId)));
  const due = row?.transfer.dueAt;
  return {
    words: {
      customer: row?.transfer.customerName ?? "",
      day: row && due ? dayIn("en-GB", row.zone)(due) : "",
    },
    context: row?.transfer.state ?? "lapsed",
    path: row?.own ? "/account" : `/transfers/${subjectId}`,
  };
}

async function aboutReseller(tx: Tx, agencyId: string, id: string): Promise<About> {
  const [reseller] = await tx
    .select({ name: accounts.name, status: accounts.status })
    .from(accounts)
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id)));
  return {
    words: { account: reseller?.name ?? "" },
    context: reseller?.status ?? "active",
    path: `/resellers/${id}`,
  };
}

/** Host only: an address can hold a secret. */
async function aboutWebhook(tx: Tx, agencyId: string, id: string): Promise<About> {
  const [endpoint] = await tx
    .select({ url: webhookEndpoints.url, why: webhookEndpoints.disabledWhy })
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.agencyId, agencyId), eq(webhookEndpoints.id, id)));
  return {
    words: { endpoint: endpoint ? new URL(endpoint.url).host : "" },
    context: endpoint?.why === "gone" ? "gone" : "failing",
    path: `/settings/webhooks/${id}`,
  };
}

async function aboutPlanChange(tx: Tx, agencyId: string, id: string): Promise<About> {
  const [change] = await tx
    .select({
      change: planChanges,
      plan: plans.name,
      version: planVersions.number,
      zone: agencies.billingZone,
    })
    .from(planChanges)
    .innerJoin(agencies, eq(agencies.agencyId, agencyId))
    .innerJoin(plans, and(eq(plans.agencyId, agencyId), eq(plans.id, planChanges.planId)))
    .innerJoin(
      planVersions,
      and(eq(planVersions.agencyId, agencyId), eq(planVersions.id, planChanges.versionId)),
    )
    .where(and(eq(planChanges.agencyId, agencyId), eq(planChanges.id, id)));
  const price = change?.change.keepPrice ? "kept_price" : "new_price";
  return {
    words: {
      plan: change?.plan ?? "",
      version: String(change?.version ?? ""),
      day: change ? dayIn("en-GB", change.zone)(change.change.dueAt) : "",
    },
    context: change?.change.state === "cancelled" ? "cancelled" : price,
    path: "/plans",
  };
}

async function aboutDispute(tx: Tx, agencyId: string, id: string): Promise<About> {
  const [row] = await tx
    .select({
      dispute: commissionDisputes,
      code: invoices.code,
      account: accounts.name,
      line: commissions.id,
    })
    .from(commissionDisputes)
    .innerJoin(invoices, and(eq(invoices.agencyId, agencyId), eq(invoices.id, commissionDisputes.invoiceId)))
    .innerJoin(accounts, and(eq(accounts.agencyId, agencyId), eq(accounts.id, commissionDisputes.resellerId)))
    .innerJoin(
      commissions,
      and(
        eq(commissions.agencyId, agencyId),
        eq(commissions.invoiceId, commissionDisputes.invoiceId),
        eq(commissions.position, commissionDisputes.position),
      ),
    )
    .where(and(eq(commissionDisputes.agencyId, agencyId), eq(commissionDisputes.id, id)))
    .orderBy(asc(commissions.at))
    .limit(1);
  return {
    words: { account: row?.account ?? "", invoice: row?.code ?? "", answer: row?.dispute.answer ?? "" },
    context: row?.dispute.settledAt ? "answered" : "opened",
    path: row ? `/commissions/${row.line}` : "/commissions",
  };
}

async function aboutInvitation(tx: Tx, { agencyId, subjectId, accountId }: typeof mails.$inferSelect) {
  const [row] = await tx
    .select({ account: accounts, email: invitations.email, name: users.name })
    .from(invitations)
    .innerJoin(accounts, and(eq(accounts.agencyId, agencyId), eq(accounts.id, invitations.accountId)))
    .innerJoin(users, and(eq(users.agencyId, agencyId), eq(users.id, invitations.userId)))
    .where(and(eq(invitations.agencyId, agencyId), eq(invitations.id, subjectId)));
  const own = row?.account.id === accountId;
  return {
    words: { account: row?.account.name ?? "", person: row?.name || row?.email || "" },
    path: own
      ? "/settings/team"
      : row?.account.kind === "customer"
        ? `/customers/${row.account.id}/users`
        : `/resellers/${row?.account.id}`,
  };
}
