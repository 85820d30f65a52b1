import { FieldMessage } from "../../ui/field.tsx";
import { useFormField } from "../../ui/form.tsx";
import { RadioCard } from "../../ui/radio-card.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerType } from "./types.ts";

/** `types` = those an upline may create, who sells no plans of its own to them; undefined = all of them. */
export function TypeSection({ types }: { types?: readonly ResellerType[] }) {
  const offered = (type: ResellerType) => types === undefined || types.includes(type);
  const { t } = useWords("resellers");
  const { error } = useFormField("type");
  return (
    <Section title={t("section.type")} about={t("section.typeAbout")} group>
      <div className="two">
        {offered("own_plans") && (
          <RadioCard
            name="type"
            value="own_plans"
            title={t("field.ownPlans")}
            about={t(types ? "field.ownPlansAboutBeneath" : "field.ownPlansAbout")}
            preset
          />
        )}
        {offered("commission") && (
          <RadioCard
            name="type"
            value="commission"
            title={t("field.commission")}
            about={t(types ? "field.commissionAboutBeneath" : "field.commissionAbout")}
            preset={!offered("own_plans")}
          />
        )}
        {error && (
          <div className="all">
            <FieldMessage name="type" />
          </div>
        )}
      </div>
    </Section>
  );
}
