import type { AccountKind } from "../roles.ts";

/**
 * Business notices people may choose, by mail. Security mails (invitations, resets, changes of password or second step)
 * are no notices: they always come.
 */
export const noticeKinds = [
  "invitation_accepted",
  "invitation_asked",
  "reseller_access",
  "webhook_disabled",
  "plan_change",
  "commission_dispute",
  "transfer",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What happens above resellers alone, and to those below an agency alone. */
const aboveOnly: readonly NoticeKind[] = ["reseller_access"];
const resellerOnly: readonly NoticeKind[] = ["plan_change"];

/** What can happen to people of this kind of account. */
export function noticeKindsOf(kind: AccountKind): readonly NoticeKind[] {
  const foreign = kind === "agency" ? resellerOnly : kind === "reseller" ? aboveOnly : [];
  return noticeKinds.filter((one) => !foreign.includes(one));
}

/** Whether a role gets notices that its person has not chosen about; app.queue_notice holds the same. */
export function wantedUnlessChosen(role: string): boolean {
  return role === "owner" || role === "admin";
}
