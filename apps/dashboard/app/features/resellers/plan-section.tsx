import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerFormOptions } from "./form-options.ts";

export function PlanSection({ options }: { options: ResellerFormOptions }) {
  const { t } = useWords("resellers");
  const choices = [
    { value: "", label: t(options.types ? "field.noPlanBeneath" : "field.noPlan") },
    ...options.plans,
  ];
  return (
    <Section title={t("section.plan")} about={t("section.planAbout")}>
      <div>
        <Select name="planId" label={t("field.plan")} choices={choices} optional />
        {options.uplines && (
          <Select
            name="uplineId"
            label={t("field.under")}
            hint={t("field.underHint")}
            choices={options.uplines}
            optional
          />
        )}
      </div>
    </Section>
  );
}
