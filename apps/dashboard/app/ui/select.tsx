import type { SelectHTMLAttributes } from "react";
import { described, type FieldFrame, FieldLabel, FieldMessage } from "./field.tsx";
import { useFormField } from "./form.tsx";

export interface Choice {
  /** A name and not a word of ours: a plan, a language in its own words. */
  isData?: boolean;
  value: string;
  label: string;
}

type SelectProps = FieldFrame & { choices: Choice[] } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    "name" | "id"
  >;

export function Select({
  name,
  label,
  hint,
  optional,
  labelHidden,
  beside,
  choices,
  defaultValue,
  ...select
}: SelectProps) {
  const field = useFormField(name);
  return (
    <div className="f">
      <FieldLabel {...{ name, label, optional, labelHidden, beside }} />
      <select
        className="in"
        defaultValue={field.value ?? defaultValue}
        {...select}
        {...described(field)}
        name={name}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} translate={choice.isData ? "no" : undefined}>
            {choice.label}
          </option>
        ))}
      </select>
      <FieldMessage name={name} hint={hint} />
    </div>
  );
}
