import type { Role } from "@tenantry/core/roles";
import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { NewPasswordFields, usePasswordLabels } from "./new-password-fields.tsx";
import type { TenantFace } from "./types.ts";

/** A role in a tenant, or the installation's own. */
export type RoleName = Role | "operator";

export interface AcceptInvitationProps {
  tenant: TenantFace;
  token: string;
  invitation: { email: string; role: RoleName; inviter?: string; expiresAt: string };
  /** Fields name, password, confirm. */
  state?: FormState;
}

export function AcceptInvitation({ tenant, token, invitation, state }: AcceptInvitationProps) {
  const { t } = useWords(["identity", "common"]);
  const format = useFormat();
  const labels = { ...usePasswordLabels(), name: t("field.name") };
  const { inviter, email } = invitation;
  const said = { role: t(`common:role.${invitation.role}`), date: format.moment(invitation.expiresAt) };
  const lead = inviter ? t("accept.lead", { inviter, ...said }) : t("accept.leadNoInviter", said);
  return (
    <PublicFrame
      tenant={tenant}
      title={t("accept.title", { name: tenant.name })}
      lead={`${lead} ${t("accept.signsIn", { email })}`}
      footer={tenant.footer}
    >
      <PostForm state={state}>
        <ErrorSummary state={state} labels={labels} safe={t("accept.safe")} />
        <input type="hidden" name="token" value={token} />
        {/* Lets a password manager keep the new password under the right address. */}
        <input
          className="sr"
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field name="name" label={labels.name} autoComplete="name" maxLength={120} />
        <NewPasswordFields />
        <SubmitButton kind="pri" wide>
          {t("accept.submit")}
        </SubmitButton>
      </PostForm>
    </PublicFrame>
  );
}
