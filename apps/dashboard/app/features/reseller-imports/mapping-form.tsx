import "../../words/reseller-imports.ts";
import { defaultedFields, importFields } from "@tenantry/core/reseller-imports/schemas";
import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ImportFacts } from "./types.ts";

export interface MappingOptions {
  countries: Choice[];
  languages: Choice[];
}

interface MappingFormProps {
  facts: ImportFacts;
  options: MappingOptions;
  state?: FormState;
}

/** Which column is which field, and one value for all where no column gives it. */
export function MappingForm({ facts, options, state }: MappingFormProps) {
  const { t } = useWords(["reseller-imports", "resellers"]);
  const { head, sample, columns, defaults } = facts;
  const places = [
    { value: "", label: t("map.none") },
    ...head.map((name, place) => ({ value: String(place), label: name, isData: true })),
  ];
  const sampleOf = (place: number | undefined) =>
    place !== undefined && sample[place] ? t("map.sample", { value: sample[place] }) : undefined;
  const none = { value: "", label: t("map.noDefault") };
  const defaultChoices = {
    type: [
      none,
      { value: "own_plans", label: t("resellers:type.own_plans") },
      { value: "commission", label: t("resellers:type.commission") },
    ],
    country: [none, ...options.countries],
    language: [none, ...options.languages],
  };
  const labels = Object.fromEntries(importFields.map((field) => [field, t(`field.${field}`)]));
  return (
    <PostForm state={state} className="gap-top">
      <ErrorSummary state={state} labels={labels} safe={t("safe")} />
      <Section title={t("map.title")} about={t("map.about")}>
        <div className="two">
          {importFields.map((field) => (
            <Select
              key={field}
              name={field}
              label={t(`field.${field}`)}
              hint={<span translate="no">{sampleOf(columns[field])}</span>}
              choices={places}
              defaultValue={state?.values?.[field] ?? String(columns[field] ?? "")}
            />
          ))}
        </div>
      </Section>
      <Section title={t("map.everybody")} about={t("map.everybodyAbout")}>
        <div className="two">
          {defaultedFields.map((field) => (
            <Select
              key={field}
              name={`${field}Default`}
              label={t(`field.${field}`)}
              choices={defaultChoices[field]}
              defaultValue={state?.values?.[`${field}Default`] ?? defaults[field] ?? ""}
            />
          ))}
        </div>
      </Section>
      <div className="row gap-bottom">
        <SubmitButton kind={facts.state === "mapping" ? "pri" : undefined}>
          {t(facts.state === "mapping" ? "map.submit" : "map.again")}
        </SubmitButton>
      </div>
    </PostForm>
  );
}
