import type { TextareaHTMLAttributes } from "react";
import { described, type FieldFrame, FieldLabel, FieldMessage } from "./field.tsx";
import { useFormField } from "./form.tsx";

type TextAreaProps = FieldFrame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id">;

/** A field for sentences. */
export function TextArea({ name, label, hint, optional, labelHidden, beside, ...area }: TextAreaProps) {
  const field = useFormField(name);
  return (
    <div className="f">
      <FieldLabel {...{ name, label, optional, labelHidden, beside }} />
      <textarea
        className="in area"
        rows={3}
        required={!optional || undefined}
        defaultValue={field.value}
        {...area}
        {...described(field)}
        name={name}
      />
      <FieldMessage name={name} hint={hint} />
    </div>
  );
}
