import "../../words/operator.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import { NewPasswordFields, usePasswordLabels } from "../identity/new-password-fields.tsx";

/** An operator's one-time link: name and password. Fields name, password, confirm. */
export function OperatorSetup({ host, state }: { host: string; state?: FormState }) {
  const { t } = useWords(["operator", "identity"]);
  const labels = { ...usePasswordLabels(), name: t("identity:field.name") };
  return (
    <PublicFrame tenant={{ name: "Tenantry", host }} title={t("setup.title")} lead={t("setup.lead")}>
      {state?.formError && <Note kind="err">{t("setup.dead")}</Note>}
      <PostForm state={state}>
        <ErrorSummary state={state} labels={labels} safe={t("setup.safe")} />
        <Field name="name" label={labels.name} autoComplete="name" maxLength={120} />
        <NewPasswordFields />
        <SubmitButton kind="pri" wide>
          {t("setup.submit")}
        </SubmitButton>
      </PostForm>
    </PublicFrame>
  );
}
