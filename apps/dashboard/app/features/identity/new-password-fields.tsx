import { useTranslation } from "react-i18next";
import { useRouteLoaderData } from "react-router";
import type { loader } from "../../root.tsx";
import { Field } from "../../ui/field.tsx";

/** Fields password and confirm; the rule of this host is said before anything is typed. */
export function NewPasswordFields() {
  const { t } = useTranslation("identity");
  const host = useRouteLoaderData<typeof loader>("root");
  return (
    <>
      <Field
        name="password"
        label={t("field.newPassword")}
        hint={host && t("field.passwordHint", { count: host.shortestPassword })}
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
