import "../../words/customers.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import type { Choice } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { CustomerFields, useCustomerLabels } from "./customer-fields.tsx";
import type { RateField } from "./types.ts";

interface EditCustomerProps {
  customer: { id: string; name: string };
  countries: Choice[];
  rate?: RateField;
  /** The stored values, or what the action refused. */
  state: FormState;
  ofAgency: boolean;
}

export function EditCustomer({ customer, countries, rate, state, ofAgency }: EditCustomerProps) {
  const { t } = useWords(["customers", "common"]);
  const labels = useCustomerLabels();
  const own = `/customers/${customer.id}`;
  const crumbs = [
    { words: t(ofAgency ? "title" : "titleOwn"), to: "/customers" },
    { words: customer.name, to: own, isData: true },
  ];
  return (
    <>
      <PageHeader title={t("edit.crumb")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <input type="hidden" name="updatedAt" value={state.values?.updatedAt ?? ""} />
            <ErrorSummary state={state} labels={labels} safe={t("edit.safe")} />
            <CustomerFields countries={countries} rate={rate} />
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("common:saveChanges")}
        cancelTo={own}
        refused={state.errors !== undefined}
      />
    </>
  );
}
