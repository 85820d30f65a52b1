import "../../words/distributors.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { useWords } from "../../words/use-words.tsx";
import { CeilingFields } from "../delegations/ceiling-fields.tsx";
import { AddressSection } from "../resellers/address-section.tsx";
import { ContactSection } from "../resellers/contact-section.tsx";
import { useResellerLabels } from "../resellers/field-labels.ts";
import type { ResellerFormOptions } from "../resellers/form-options.ts";
import { PartnerSection } from "../resellers/partner-section.tsx";

interface CreateDistributorProps {
  options: ResellerFormOptions;
  /** What the action refused, or what most distributors are given. */
  state: FormState;
}

/** A reseller's form without what only a reseller has, and with the ceiling. */
export function CreateDistributor({ options, state }: CreateDistributorProps) {
  const { t } = useWords(["distributors", "common"]);
  const labels = { ...useResellerLabels(), maximum: t("field.maximum") };
  const crumbs = [{ words: t("common:nav.partners") }, { words: t("title"), to: "/distributors" }];
  return (
    <>
      <PageHeader title={t("create.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <ErrorSummary state={state} labels={labels} safe={t("create.safe")} />
            <PartnerSection options={options} />
            <ContactSection options={options} />
            <AddressSection address={options.address} />
            <CeilingFields />
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("create.submit")}
        cancelTo="/distributors"
        refused={state.errors !== undefined}
      />
    </>
  );
}
