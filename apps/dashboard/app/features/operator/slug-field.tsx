import { described, FieldLabel, FieldMessage } from "../../ui/field.tsx";
import { useFormField } from "../../ui/form.tsx";

interface SlugFieldProps {
  label: string;
  hint: string;
  /** What stands before and after the slug: "https://", ".localhost:3000". */
  address: { before: string; after: string };
}

export function SlugField({ label, hint, address }: SlugFieldProps) {
  const field = useFormField("slug");
  return (
    <div className="f">
      <FieldLabel name="slug" label={label} />
      <div className="join">
        <span className="aff hide" translate="no">
          {address.before}
        </span>
        <input
          className="in mono"
          name="slug"
          required
          maxLength={63}
          pattern="[a-z]{3,63}"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          defaultValue={field.value}
          {...described(field)}
        />
        <span className="aff" translate="no">
          {address.after}
        </span>
      </div>
      <FieldMessage name="slug" hint={hint} />
    </div>
  );
}
