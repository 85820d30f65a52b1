import { SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "./types.ts";

export interface LockedProps {
  tenant: TenantFace;
  why: "reseller_locked" | "service_stopped" | "customer_locked" | "agency_suspended";
  /** Whom to write to; no product and no other company is named beside it. */
  contactEmail?: string;
  /** Set when there is a session to end. */
  signOutAction?: string;
}

export function Locked({ tenant, why, contactEmail, signOutAction }: LockedProps) {
  const { t } = useWords("identity");
  const about = why === "agency_suspended" ? t("locked.suspended") : t("locked.aboutNobody");
  return (
    <PublicFrame tenant={tenant} title={t("locked.title")} lead={contactEmail ? t("locked.about") : about}>
      {contactEmail && (
        <p>
          <a href={`mailto:${contactEmail}`} translate="no">
            {contactEmail}
          </a>
        </p>
      )}
      {signOutAction && (
        <PostForm id="sign-out" action={signOutAction} className="gap-top">
          <SubmitButton>{t("locked.signOut")}</SubmitButton>
        </PostForm>
      )}
    </PublicFrame>
  );
}
