import { Fragment } from "react";
import { useWords } from "../words/use-words.tsx";
import { FieldLink } from "./field-link.tsx";
import type { FormState } from "./form.tsx";
import { Note } from "./note.tsx";

interface ErrorSummaryProps {
  state: FormState | undefined;
  /** The form's id: links lead to its fields. */
  form?: string;
  /** Field name -> the label it carries on the page. */
  labels: Record<string, string>;
  /** What did not happen, as a sentence: "Nothing has been created yet." */
  safe: string;
}

export function ErrorSummary({ state, form = "form", labels, safe }: ErrorSummaryProps) {
  const { t } = useWords();
  const wrong = Object.keys(state?.errors ?? {});
  if (state?.formError) return <Note kind="err">{state.formError}</Note>;
  if (wrong.length === 0) return null;
  return (
    <Note kind="err">
      {t("form.attention", { count: wrong.length })}{" "}
      {wrong.map((name, at) => (
        <Fragment key={name}>
          {at > 0 && ", "}
          <FieldLink id={`${form}-${name}`}>{labels[name] ?? name}</FieldLink>
        </Fragment>
      ))}
      {". "}
      {safe}
    </Note>
  );
}
