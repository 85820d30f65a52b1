import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import { NewPasswordFields, usePasswordLabels } from "./new-password-fields.tsx";
import type { TenantFace } from "./types.ts";

export interface ChangePasswordProps {
  tenant: TenantFace;
  /** Fields current, password, confirm. */
  state?: FormState;
}

/** Stands before every other page while somebody still has a password that somebody else chose. */
export function ChangePassword({ tenant, state }: ChangePasswordProps) {
  const { t } = useWords("identity");
  const labels = usePasswordLabels();
  return (
    <PublicFrame tenant={tenant} title={t("change.title")} lead={t("change.forced")} footer={tenant.footer}>
      <PostForm state={state}>
        <ErrorSummary state={state} labels={labels} safe={t("change.safe")} />
        <Field name="current" label={labels.current} type="password" autoComplete="current-password" />
        <NewPasswordFields />
        <SubmitButton kind="pri" wide>
          {t("change.submit")}
        </SubmitButton>
      </PostForm>
    </PublicFrame>
  );
}
