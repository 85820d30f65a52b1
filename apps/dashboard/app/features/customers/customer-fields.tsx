import "../../words/customers.ts";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { RateSection } from "./rate-section.tsx";
import { customerTypes, type RateField } from "./types.ts";

interface CustomerFieldsProps {
  countries: Choice[];
  /** Undefined where no commission is earned. */
  rate?: RateField;
  /** Whether it is active is asked once, when it is added; later it has its switch. */
  isNew?: boolean;
}

/** What the create form and the edit form share. */
export function CustomerFields({ countries, rate, isNew }: CustomerFieldsProps) {
  const { t } = useWords("customers");
  return (
    <>
      <CompanySection countries={countries} isNew={isNew} />
      {rate && <RateSection rate={rate} />}
      <Section title={t("section.paper")} about={t("section.paperAbout")}>
        <div className="two">
          <div className="all">
            <Field name="address" label={t("field.address")} autoComplete="off" maxLength={500} optional />
          </div>
          <Field
            name="taxId"
            label={t("field.taxId")}
            hint={t("field.taxIdHint")}
            autoComplete="off"
            translate="no"
            maxLength={40}
            optional
          />
        </div>
      </Section>
    </>
  );
}

function CompanySection({ countries, isNew }: Pick<CustomerFieldsProps, "countries" | "isNew">) {
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
        <Select
          name="type"
          label={t("field.type")}
          choices={customerTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          defaultValue="customer"
        />
        {isNew && (
          <Select
            name="active"
            label={t("field.active")}
            choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`active.${value}`) }))}
            defaultValue="yes"
          />
        )}
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
    type: t("field.type"),
    active: t("field.active"),
    address: t("field.address"),
    taxId: t("field.taxId"),
    rateBps: t("field.rate"),
    parentId: t("field.seller"),
  };
}
