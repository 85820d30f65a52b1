import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "./types.ts";

export interface SecondStepProps {
  tenant: TenantFace;
  /** What the password gave; it opens nothing by itself. */
  pending: string;
  /** Where to go once in. */
  next: string;
  /** Field code. */
  state?: FormState;
}

/** The second step of a sign-in. Posts to /sign-in/code. */
export function SecondStep({ tenant, pending, next, state }: SecondStepProps) {
  const { t } = useWords("identity");
  const labels = { code: t("secondStep.code") };
  return (
    <PublicFrame
      tenant={tenant}
      title={t("secondStep.title")}
      lead={t("secondStep.lead")}
      footer={tenant.footer}
    >
      <PostForm action="/sign-in/code" state={state}>
        <ErrorSummary state={state} labels={labels} safe={t("signIn.safe")} />
        <input type="hidden" name="pending" value={pending} />
        <input type="hidden" name="next" value={next} />
        <Field
          name="code"
          label={labels.code}
          hint={t("secondStep.hint")}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <SubmitButton kind="pri" wide>
          {t("secondStep.submit")}
        </SubmitButton>
      </PostForm>
      <p className="after">
        <a href="/sign-in">{t("secondStep.back")}</a>
      </p>
    </PublicFrame>
  );
}

/** The time for the second step is over: it begins again with the password. */
export function SecondStepOver({ tenant }: { tenant: TenantFace }) {
  const { t } = useWords("identity");
  return (
    <PublicFrame
      tenant={tenant}
      title={t("secondStep.overTitle")}
      lead={t("secondStep.over")}
      footer={tenant.footer}
    >
      <ButtonLink to="/sign-in" kind="pri" wide>
        {t("dead.signIn")}
      </ButtonLink>
    </PublicFrame>
  );
}
