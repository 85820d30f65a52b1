import { useTranslation } from "react-i18next";
import { FieldMessage } from "../../ui/field.tsx";
import { useFormField } from "../../ui/form.tsx";
import { RadioCard } from "../../ui/radio-card.tsx";
import { Section } from "../../ui/section.tsx";

export function TypeSection() {
  const { t } = useTranslation("resellers");
  const { error } = useFormField("type");
  return (
    <Section title={t("section.type")} about={t("section.typeAbout")} group>
      <div className="two">
        <RadioCard
          name="type"
          value="own_plans"
          title={t("field.ownPlans")}
          about={t("field.ownPlansAbout")}
          preset
        />
        <RadioCard
          name="type"
          value="commission"
          title={t("field.commission")}
          about={t("field.commissionAbout")}
        />
        {error && (
          <div className="all">
            <FieldMessage name="type" />
          </div>
        )}
      </div>
    </Section>
  );
}
