import { Field } from "../../ui/field.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerFormOptions } from "./form-options.ts";

interface PartnerSectionProps {
  options: ResellerFormOptions;
  /** The address signs somebody in already: it is shown and not changed here. */
  emailFixed?: boolean;
}

export function PartnerSection({ options, emailFixed }: PartnerSectionProps) {
  const { t } = useWords("resellers");
  const { countries, homeCountry, languages } = options;
  const countryChoices = countries.map(({ code, name }) => ({ value: code, label: name, isData: true }));
  return (
    <Section title={t("section.partner")} about={t("section.partnerAbout")}>
      <div className="two">
        <div className="all">
          <Field
            name="name"
            label={t("field.name")}
            hint={t("field.nameHint")}
            autoComplete="off"
            maxLength={120}
          />
        </div>
        <Field
          name="email"
          label={t("field.email")}
          hint={t(emailFixed ? "field.emailFixed" : "field.emailHint")}
          readOnly={emailFixed}
          type="email"
          autoComplete="off"
        />
        <PhoneField name="phone" label={t("field.phone")} countries={countries} country={homeCountry} />
        <div className="all">
          <Field
            name="website"
            label={t("field.website")}
            type="url"
            placeholder="https://"
            translate="no"
            optional
          />
        </div>
        <Select
          name="country"
          label={t("field.country")}
          choices={countryChoices}
          defaultValue={homeCountry}
        />
        <Select
          name="language"
          label={t("field.language")}
          hint={t("field.languageHint")}
          choices={languages}
        />
      </div>
    </Section>
  );
}
