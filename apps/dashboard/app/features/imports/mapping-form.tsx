import "../../words/imports.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ImportFacts } from "./types.ts";

interface MappingFormProps {
  facts: ImportFacts;
  /** What a column can be. */
  fields: { name: string; label: string }[];
  /** What one value can stand for: chosen, or written where there are no choices. */
  defaulted: { name: string; label: string; choices?: Choice[] }[];
  everybodyAbout: string;
  state?: FormState;
}

/** Which column is which field, and one value for all where no column gives it. */
export function MappingForm({ facts, fields, defaulted, everybodyAbout, state }: MappingFormProps) {
  const { t } = useWords("imports");
  const { head, sample, columns, defaults } = facts;
  const places = [
    { value: "", label: t("map.none") },
    ...head.map((name, place) => ({ value: String(place), label: name, isData: true })),
  ];
  const sampleOf = (place: number | undefined) =>
    place !== undefined && sample[place] ? t("map.sample", { value: sample[place] }) : undefined;
  const none = { value: "", label: t("map.noDefault") };
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  const typed = (name: string) => state?.values?.[`${name}Default`] ?? defaults[name] ?? "";
  return (
    <PostForm state={state} className="gap-top">
      <ErrorSummary state={state} labels={labels} safe={t("safe")} />
      <Section title={t("map.title")} about={t("map.about")}>
        <div className="two">
          {fields.map(({ name, label }) => (
            <Select
              key={name}
              name={name}
              label={label}
              hint={<span translate="no">{sampleOf(columns[name])}</span>}
              choices={places}
              defaultValue={state?.values?.[name] ?? String(columns[name] ?? "")}
            />
          ))}
        </div>
      </Section>
      <Section title={t("map.everybody")} about={everybodyAbout}>
        <div className="two">
          {defaulted.map(({ name, label, choices }) =>
            choices ? (
              <Select
                key={name}
                name={`${name}Default`}
                label={label}
                choices={[none, ...choices]}
                defaultValue={typed(name)}
              />
            ) : (
              <Field
                key={name}
                name={`${name}Default`}
                label={label}
                autoComplete="off"
                maxLength={200}
                defaultValue={typed(name)}
                optional
              />
            ),
          )}
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
