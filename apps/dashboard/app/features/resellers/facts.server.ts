import { showPhone } from "@tenantry/core/contact/phone";
import type { readReseller } from "@tenantry/core/resellers/read";
import { restoreDays } from "@tenantry/core/resellers/restore";
import { summaryOf } from "../plans/summary.server.ts";
import type { ContactFacts } from "./contact-card.tsx";
import type { InvitationFacts } from "./invitation-card.tsx";

type Reseller = Awaited<ReturnType<typeof readReseller>>;

/** What a reseller and the preview of one to be have in common. */
type StoredContact = Pick<
  Reseller,
  "email" | "phone" | "website" | "country" | "language" | "contactName" | "contactEmail" | "contactPhone"
>;

/** A reseller as its page's head shows it. */
export function headOf(reseller: Reseller) {
  const { id, name, email, type, status, joinedAt, host, address, plan } = reseller;
  return { id, name, email, type, status, joinedAt, host, address, plan: plan && summaryOf(plan) };
}

/** Contact facts as people read them: numbers in international form, country and language by name. */
export function contactOf(reseller: StoredContact): ContactFacts {
  const { email, website, contactName, contactEmail, country, language } = reseller;
  const name = (type: "region" | "language", code: string) =>
    new Intl.DisplayNames(["en"], { type }).of(code) ?? code;
  return {
    email,
    website,
    contactName,
    contactEmail,
    phone: showPhone(reseller.phone),
    contactPhone: showPhone(reseller.contactPhone),
    country: country ? name("region", country) : "",
    language: name("language", language),
  };
}

/** How the reseller's first person gets in. `demo`: mails stay in the outbox. */
export function invitationOf(
  { invitation, email }: Pick<Reseller, "invitation" | "email">,
  demo: boolean,
): InvitationFacts {
  if (!invitation) return { state: "password_set", email };
  const { acceptedAt, expiresAt, state } = invitation;
  if (state === "accepted" && acceptedAt) return { state, email, acceptedAt };
  const mail = invitation.mail === "sent" && demo ? "outbox" : (invitation.mail ?? "queued");
  return { state: state === "sent" ? "pending" : "expired", email, expiresAt, mail };
}

/** Until when a deleted reseller can be brought back. */
export function restorableUntil(archivedAt: string): string {
  return new Date(Date.parse(archivedAt) + restoreDays * 86_400_000).toISOString();
}
