import "../../words/customers.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { CustomerFields, useCustomerLabels } from "./customer-fields.tsx";
import type { RateField } from "./types.ts";

interface CreateCustomerProps {
  countries: Choice[];
  /** Whom it can buy from, for an agency; `more`: there are others that are not listed. */
  sellers?: { choices: Choice[]; more: boolean };
  rate?: RateField;
  /** The partner's own account, by which it buys (D-14); undefined for an agency, which chooses. */
  partner?: string;
  state: FormState;
}

export function CreateCustomer({ countries, sellers, rate, partner, state }: CreateCustomerProps) {
  const { t } = useWords("customers");
  const labels = useCustomerLabels();
  const crumbs = [{ words: t(sellers ? "title" : "titleOwn"), to: "/customers" }];
  return (
    <>
      <PageHeader title={t("create.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <ErrorSummary state={state} labels={labels} safe={t("create.safe")} />
            <CustomerFields countries={countries} rate={rate} isNew />
            {partner && (
              <Section title={t("section.seller")} about={t("section.sellerAbout")}>
                <p className="f">
                  <span className="label">{t("field.partner")}</span>
                  <b translate="no">{partner}</b>
                </p>
              </Section>
            )}
            {sellers && (
              <Section title={t("section.seller")} about={t("section.sellerAbout")}>
                <Select
                  name="parentId"
                  label={t("field.seller")}
                  hint={sellers.more && t("field.sellerHint", { number: sellers.choices.length })}
                  choices={[{ value: "", label: t("field.nobody") }, ...sellers.choices]}
                />
              </Section>
            )}
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("create.submit")}
        cancelTo="/customers"
        refused={state.errors !== undefined}
      />
    </>
  );
}
