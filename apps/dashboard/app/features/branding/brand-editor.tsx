import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { described, Field, FieldLabel, FieldMessage } from "../../ui/field.tsx";
import { type FormState, PostForm, useFormField } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { useWords } from "../../words/use-words.tsx";
import { BrandPreview } from "./brand-preview.tsx";

export interface BrandEditorProps {
  /** Whose colour it is: its name stands in the preview. */
  name: string;
  /** The colour in force, "#rrggbb". */
  colour: string;
  /** Rules that draw the preview in `colour` before any script does. */
  previewCss: string;
  /** The address people write to; null = none yet. */
  supportEmail: string | null;
  state?: FormState;
}

/** Posts `colour` and `supportEmail` to its page. */
export function BrandEditor({ name, colour, previewCss, supportEmail, state }: BrandEditorProps) {
  const { t } = useWords("branding");
  const [shown, setShown] = useState(state?.values?.colour ?? colour);
  return (
    <Card title={t("title")}>
      <PostForm id="brand" state={state}>
        <div className="pad stack">
          {state?.formError && <Note kind="err">{state.formError}</Note>}
          <ColourField value={shown} onChange={setShown} />
          <BrandPreview name={name} colour={shown} css={previewCss} />
          <Field
            name="supportEmail"
            label={t("support")}
            hint={t("supportHint")}
            type="email"
            optional
            defaultValue={state?.values?.supportEmail ?? supportEmail ?? ""}
          />
        </div>
        <div className="foot row">
          <span className="help">{t("reach")}</span>
          <SubmitButton className="sp">{t("save")}</SubmitButton>
        </div>
      </PostForm>
    </Card>
  );
}

/** The text field is what is posted; the picker beside it only fills it in. */
function ColourField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useWords("branding");
  const field = useFormField("colour");
  const picker = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (text.current && text.current.value !== value) text.current.value = value;
  }, [value]);
  const change = (event: ChangeEvent<HTMLInputElement>) => onChange(event.currentTarget.value);
  return (
    <div className="f">
      <FieldLabel name="colour" label={t("colour")} />
      <div className="join">
        <input
          ref={picker}
          className="swatch"
          type="color"
          aria-label={t("picker")}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : "#000000"}
          onChange={change}
        />
        <input
          ref={text}
          className="in mono"
          name="colour"
          defaultValue={value}
          onChange={change}
          required
          maxLength={7}
          pattern="#[0-9a-fA-F]{6}"
          spellCheck={false}
          translate="no"
          {...described(field)}
        />
      </div>
      <FieldMessage name="colour" hint={t("hint")} />
    </div>
  );
}
