import type { ReactNode } from "react";
import { useWords } from "../words/use-words.tsx";
import { ButtonLink, SubmitButton } from "./button.tsx";
import { useUnsaved } from "./use-unsaved.ts";

interface SaveBarProps {
  /** Id of the form it belongs to: the bar stands outside, across the full width. */
  form: string;
  save: string;
  cancelTo: string;
  /** The page came back with what was typed: it is not saved, although nobody touched it since. */
  refused?: boolean;
  /** What was typed is kept elsewhere, and how that is said: leaving loses nothing. */
  kept?: ReactNode;
  /** Further buttons of the form, before the filled one. */
  children?: ReactNode;
}

export function SaveBar({ form, save, cancelTo, refused = false, kept, children }: SaveBarProps) {
  const { t } = useWords();
  const unsaved = useUnsaved(form, t("form.leave"), refused, kept !== undefined);
  return (
    <section className="save" aria-label={t("form.saveBar")}>
      <div>
        <span className="state" role="status">
          {kept ?? (unsaved && <span className="badge warn">{t("form.unsaved")}</span>)}
        </span>
        <ButtonLink to={cancelTo}>{t("cancel")}</ButtonLink>
        {children}
        <SubmitButton kind="pri" form={form}>
          {save}
        </SubmitButton>
      </div>
    </section>
  );
}
