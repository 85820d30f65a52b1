import { useTranslation } from "react-i18next";
import { Field } from "../../ui/field.tsx";

/** Fields password and confirm; the rule is said before anything is typed. */
export function NewPasswordFields() {
  const { t } = useTranslation("identity");
  return (
    <>
      <Field
        name="password"
        label={t("field.newPassword")}
        hint={t("field.passwordHint")}
        type="password"
        autoComplete="new-password"
      />
      <Field name="confirm" label={t("field.confirm")} type="password" autoComplete="new-password" />
    </>
  );
}

export function usePasswordLabels() {
  const { t } = useTranslation("identity");
  return { current: t("field.current"), password: t("field.newPassword"), confirm: t("field.confirm") };
}
