import { Field } from "../../ui/field.tsx";
import { useFormField } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";

interface NamesSectionProps {
  ofAgency: boolean;
  resellers: { id: string; name: string }[];
}

/** What a plan is called and who sees it. A reseller's own plans have nobody to be hidden from. */
export function NamesSection({ ofAgency, resellers }: NamesSectionProps) {
  const { t } = useWords("plans");
  const visibilities = (["all", "chosen", "none"] as const).map((value) => ({
    value,
    label: t(`visibility.${value}`),
  }));
  return (
    <Section title={t("form.names")} about={t(ofAgency ? "form.namesAbout" : "form.namesAboutOwn")}>
      <div className="two">
        <Field name="name" label={t("form.name")} maxLength={100} autoComplete="off" />
        <Field
          name="internalName"
          label={t("form.internalName")}
          maxLength={200}
          autoComplete="off"
          optional
        />
        <div className="all">
          <Field
            name="description"
            label={t("form.description")}
            maxLength={500}
            autoComplete="off"
            optional
          />
        </div>
        {ofAgency && (
          <div className="all">
            <Select
              name="visibility"
              label={t("form.visibility")}
              hint={t("form.visibilityHint")}
              choices={visibilities}
            />
          </div>
        )}
        {ofAgency && resellers.length > 0 && (
          <fieldset className="all">
            <legend>{t("form.audience")}</legend>
            {resellers.map((reseller) => (
              <AudienceTick key={reseller.id} reseller={reseller} />
            ))}
          </fieldset>
        )}
      </div>
    </Section>
  );
}

function AudienceTick({ reseller }: { reseller: { id: string; name: string } }) {
  const field = useFormField(`audience.${reseller.id}`);
  return (
    <label className="tick">
      <input
        className="ck"
        type="checkbox"
        name={`audience.${reseller.id}`}
        value="on"
        defaultChecked={field.value === "on"}
      />
      <span translate="no">{reseller.name}</span>
    </label>
  );
}
