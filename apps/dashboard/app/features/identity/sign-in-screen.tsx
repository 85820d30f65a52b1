import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "./types.ts";

export interface SignInProps {
  tenant: TenantFace;
  /** The installation's own host: a forgotten password is set anew from its command line. */
  operator?: boolean;
  /** Another page was asked for, which needs somebody who is signed in. */
  asked?: boolean;
  /** Fields email, password. */
  state?: FormState;
}

export function SignIn({ tenant, operator, asked, state }: SignInProps) {
  const { t } = useWords("identity");
  const labels = { email: t("field.email"), password: t("field.password") };
  const forgot = (
    <a className="link" href="/forgot-password">
      {t("signIn.forgot")}
    </a>
  );
  return (
    <PublicFrame tenant={tenant} title={t("signIn.title", { name: tenant.name })} footer={tenant.footer}>
      <PostForm state={state}>
        {asked && !state && <Note>{t("signIn.why")}</Note>}
        <ErrorSummary state={state} labels={labels} safe={t("signIn.safe")} />
        <Field name="email" label={labels.email} type="email" autoComplete="username" />
        <Field
          name="password"
          label={labels.password}
          type="password"
          autoComplete="current-password"
          beside={operator ? undefined : forgot}
          hint={operator ? t("signIn.operatorForgot") : undefined}
        />
        <SubmitButton kind="pri" wide>
          {t("signIn.submit")}
        </SubmitButton>
      </PostForm>
    </PublicFrame>
  );
}
