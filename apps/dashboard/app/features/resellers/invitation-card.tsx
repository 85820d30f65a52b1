import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MailBadge, type MailState } from "./mail-state.tsx";

/** How the reseller's first person gets in. Instants. */
export type InvitationFacts =
  | { state: "pending" | "expired"; email: string; expiresAt: string; mail: MailState }
  | { state: "accepted"; email: string; acceptedAt: string }
  | { state: "password_set"; email: string };

const tones: Record<InvitationFacts["state"], BadgeTone> = {
  pending: "warn",
  expired: "danger",
  accepted: "ok",
  password_set: "none",
};

export function InvitationCard({ invitation, resendTo }: { invitation: InvitationFacts; resendTo?: string }) {
  const { t } = useWords("resellers");
  const format = useFormat();
  const { state } = invitation;
  const open = state === "pending" || state === "expired";
  return (
    <Card title={t("invitation.title")} end={<Badge tone={tones[state]}>{t(`invitation.${state}`)}</Badge>}>
      <dl className="list">
        <Fact label={t("invitation.email")}>
          <span translate="no">{invitation.email}</span>
        </Fact>
        {open && (
          <>
            <Fact label={t("created.mail")}>
              <MailBadge state={invitation.mail} />
            </Fact>
            <Fact label={t("invitation.expires")}>
              <time>{format.moment(invitation.expiresAt)}</time>
            </Fact>
          </>
        )}
        {state === "accepted" && (
          <Fact label={t("invitation.acceptedAt")}>
            <time>{format.date(invitation.acceptedAt)}</time>
          </Fact>
        )}
      </dl>
      {open && resendTo && (
        <PostForm id="resend" action={resendTo} stays className="foot">
          <SubmitButton wide>{t("invitation.resend")}</SubmitButton>
        </PostForm>
      )}
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="wrap-any">{children}</dd>
    </div>
  );
}
