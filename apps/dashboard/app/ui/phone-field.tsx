import { useWords } from "../words/use-words.tsx";
import { described, FieldLabel, FieldMessage } from "./field.tsx";
import { useFormField } from "./form.tsx";

export interface Country {
  /** ISO 3166 two letters. */
  code: string;
  name: string;
  /** Calling code without the plus. */
  dial: string;
}

interface PhoneProps {
  /** Posts `<name>Country` (two letters) and `<name>` (as typed). */
  name: string;
  label: string;
  countries: Country[];
  country: string;
  optional?: boolean;
}

// The closed select is just wide enough for "NL +31"; the spaces push the country's name out of sight there while the
// open list, and whoever hears it, still gets it.
const gap = "\u2003\u2003\u2003";

export function PhoneField({ name, label, countries, country, optional }: PhoneProps) {
  const { t } = useWords();
  const code = useFormField(`${name}Country`);
  const number = useFormField(name);
  return (
    <div className="f">
      <FieldLabel name={name} label={label} optional={optional} />
      <div className="join" translate="no">
        <select
          className="in"
          name={`${name}Country`}
          id={code.id}
          aria-label={t("phone.country", { label })}
          defaultValue={code.value ?? country}
        >
          {countries.map((each) => (
            <option
              key={each.code}
              value={each.code}
            >{`${each.code} +${each.dial}${gap}${each.name}`}</option>
          ))}
        </select>
        <input
          className="in"
          type="tel"
          autoComplete="tel-national"
          required={!optional || undefined}
          defaultValue={number.value}
          {...described(number)}
          name={name}
        />
      </div>
      <FieldMessage name={name} />
    </div>
  );
}
