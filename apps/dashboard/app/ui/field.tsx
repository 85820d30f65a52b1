import { TriangleAlert } from "lucide-react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { useWords } from "../words/use-words.tsx";
import { useFormField } from "./form.tsx";
import { Icon } from "./icon.tsx";

export interface FieldFrame {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** The section's heading says it already; readers of a screen still hear it. */
  labelHidden?: boolean;
  /** A link at the end of the label's line. */
  beside?: ReactNode;
}

export type FieldProps = FieldFrame & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id">;

export function Field({ name, label, hint, optional, labelHidden, beside, ...input }: FieldProps) {
  const field = useFormField(name);
  const secret = input.type === "password";
  return (
    <div className="f">
      <FieldLabel {...{ name, label, optional, labelHidden, beside }} />
      <input
        className="in"
        required={!optional || undefined}
        defaultValue={secret ? undefined : field.value}
        {...input}
        {...described(field)}
        name={name}
      />
      <FieldMessage name={name} hint={hint} />
    </div>
  );
}

/** Ties a control to its message, marks the error, and takes the focus when it is the first one in error. */
export function described(field: { id: string; error: string | undefined; first: boolean }) {
  return {
    id: field.id,
    "aria-describedby": `${field.id}-m`,
    "aria-invalid": field.error ? (true as const) : undefined,
    autoFocus: field.first || undefined,
  };
}

export function FieldLabel({ name, label, optional, labelHidden, beside }: FieldFrame) {
  const { t } = useWords();
  const { id } = useFormField(name);
  const mark = optional && <span className="opt">{t("optional")}</span>;
  if (beside) {
    return (
      <div className="beside">
        <label htmlFor={id}>{label}</label>
        {mark}
        {beside}
      </div>
    );
  }
  return (
    <label htmlFor={id} className={labelHidden ? "sr" : undefined}>
      {label}
      {mark}
    </label>
  );
}

export function FieldMessage({ name, hint }: { name: string; hint?: ReactNode }) {
  const { id, error } = useFormField(name);
  return (
    <p className={error ? "msg err" : "msg"} id={`${id}-m`}>
      {error ? (
        <>
          <Icon of={TriangleAlert} />
          <span>{error}</span>
        </>
      ) : (
        hint
      )}
    </p>
  );
}
