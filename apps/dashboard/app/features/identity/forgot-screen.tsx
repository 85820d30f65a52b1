import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "./types.ts";

export interface ForgotProps {
  tenant: TenantFace;
  /** The address that was typed, once the form was taken: the answer is the same for known and unknown ones. */
  sentTo?: string;
  /** Field email. */
  state?: FormState;
}

export function Forgot({ tenant, sentTo, state }: ForgotProps) {
  const { t } = useWords("identity");
  if (sentTo !== undefined) {
    return (
      <PublicFrame
        tenant={tenant}
        title={t("forgot.sentTitle")}
        lead={t("forgot.sentLead", { email: sentTo })}
        footer={tenant.footer}
      >
        <ButtonLink to="/forgot-password" wide>
          {t("forgot.again")}
        </ButtonLink>
        <BackToSignIn />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame tenant={tenant} title={t("forgot.title")} lead={t("forgot.lead")} footer={tenant.footer}>
      <PostForm state={state}>
        <ErrorSummary state={state} labels={{ email: t("field.email") }} safe={t("forgot.safe")} />
        <Field name="email" label={t("field.email")} type="email" autoComplete="username" />
        <SubmitButton kind="pri" wide>
          {t("forgot.submit")}
        </SubmitButton>
      </PostForm>
      <BackToSignIn />
    </PublicFrame>
  );
}

function BackToSignIn() {
  const { t } = useWords("identity");
  return (
    <p className="after">
      <a href="/sign-in">{t("forgot.back")}</a>
    </p>
  );
}
