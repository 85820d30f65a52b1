import { Field } from "../../ui/field.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerFormOptions } from "./form-options.ts";

export function ContactSection({ options }: { options: ResellerFormOptions }) {
  const { t } = useWords("resellers");
  const { countries, homeCountry } = options;
  return (
    <Section title={t("section.contact")} about={t("section.contactAbout")}>
      <div className="two">
        <div className="all">
          <Field name="contactName" label={t("field.contactName")} autoComplete="off" maxLength={120} />
        </div>
        <Field name="contactEmail" label={t("field.contactEmail")} type="email" autoComplete="off" />
        <PhoneField
          name="contactPhone"
          label={t("field.contactPhone")}
          countries={countries}
          country={homeCountry}
        />
      </div>
    </Section>
  );
}
