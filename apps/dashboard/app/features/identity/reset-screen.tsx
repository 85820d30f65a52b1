import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import { NewPasswordFields, usePasswordLabels } from "./new-password-fields.tsx";
import type { TenantFace } from "./types.ts";

export interface ResetProps {
  tenant: TenantFace;
  /** From the address; opening the page does not use it up, posting does. */
  token: string;
  /** Fields password, confirm. */
  state?: FormState;
}

export function ResetPassword({ tenant, token, state }: ResetProps) {
  const { t } = useWords("identity");
  const labels = usePasswordLabels();
  return (
    <PublicFrame tenant={tenant} title={t("reset.title")} lead={t("reset.lead")} footer={tenant.footer}>
      <PostForm state={state}>
        <ErrorSummary state={state} labels={labels} safe={t("reset.safe")} />
        <input type="hidden" name="token" value={token} />
        <NewPasswordFields />
        <SubmitButton kind="pri" wide>
          {t("reset.submit")}
        </SubmitButton>
      </PostForm>
    </PublicFrame>
  );
}
