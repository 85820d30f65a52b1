import { useTranslation } from "react-i18next";
import { ButtonLink, SubmitButton } from "./button.tsx";
import { useUnsaved } from "./use-unsaved.ts";

interface SaveBarProps {
  /** Id of the form it belongs to: the bar stands outside, across the full width. */
  form: string;
  save: string;
  cancelTo: string;
  /** The page came back with what was typed: it is not saved, although nobody touched it since. */
  refused?: boolean;
}

export function SaveBar({ form, save, cancelTo, refused = false }: SaveBarProps) {
  const { t } = useTranslation();
  const unsaved = useUnsaved(form, t("form.leave"), refused);
  return (
    <section className="save" aria-label={t("form.saveBar")}>
      <div>
        <span className="state">{unsaved && <span className="badge warn">{t("form.unsaved")}</span>}</span>
        <ButtonLink to={cancelTo}>{t("cancel")}</ButtonLink>
        <SubmitButton kind="pri" form={form}>
          {save}
        </SubmitButton>
      </div>
    </section>
  );
}
