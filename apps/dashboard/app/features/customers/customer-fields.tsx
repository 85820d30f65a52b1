import "../../words/customers.ts";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";

/** What the create form and the edit form share. */
export function CustomerFields({ countries }: { countries: Choice[] }) {
  const { t } = useWords("customers");
  return (
    <Section title={t("section.customer")} about={t("section.customerAbout")}>
      <div className="two">
        <div className="all">
          <Field name="name" label={t("field.name")} autoComplete="off" maxLength={200} />
        </div>
        <Field name="email" label={t("field.email")} type="email" autoComplete="off" optional />
        <Select
          name="country"
          label={t("field.country")}
          choices={[{ value: "", label: t("field.noCountry") }, ...countries]}
          optional
        />
        <div className="all">
          <Field
            name="externalId"
            label={t("field.externalId")}
            hint={t("field.externalIdHint")}
            autoComplete="off"
            translate="no"
            optional
          />
        </div>
      </div>
    </Section>
  );
}

/** The labels of the form's fields, for the list of what needs attention. */
export function useCustomerLabels(): Record<string, string> {
  const { t } = useWords("customers");
  return {
    name: t("field.name"),
    email: t("field.email"),
    externalId: t("field.externalId"),
    country: t("field.country"),
    parentId: t("field.seller"),
  };
}
