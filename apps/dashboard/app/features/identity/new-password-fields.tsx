import { useRouteLoaderData } from "react-router";
import type { loader } from "../../root.tsx";
import { Field } from "../../ui/field.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Fields password and confirm; the rule of this host is said before anything is typed. */
export function NewPasswordFields() {
  const { t } = useWords("identity");
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
  const { t } = useWords("identity");
  return { current: t("field.current"), password: t("field.newPassword"), confirm: t("field.confirm") };
}
