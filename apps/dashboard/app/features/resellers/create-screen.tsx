import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { AddressSection } from "./address-section.tsx";
import { ContactSection } from "./contact-section.tsx";
import { useResellerLabels } from "./field-labels.ts";
import { FirstSignInSection } from "./first-sign-in-section.tsx";
import type { ResellerFormOptions } from "./form-options.ts";
import { PartnerSection } from "./partner-section.tsx";
import { PlanSection } from "./plan-section.tsx";
import { TypeSection } from "./type-section.tsx";

export interface CreateResellerProps {
  options: ResellerFormOptions;
  /** What the action refused: fields type, name, email, phoneCountry, phone, website, country, language, contactName,
   * contactEmail, contactPhoneCountry, contactPhone, loginDomain, planId, firstSignIn, password, confirmPassword. */
  state?: FormState;
}

export function CreateReseller({ options, state }: CreateResellerProps) {
  const { t } = useTranslation(["resellers", "common"]);
  const labels = useResellerLabels();
  const crumbs = [{ words: t("common:nav.partners") }, { words: t("title"), to: "/resellers" }];
  return (
    <>
      <PageHeader title={t("create.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <ErrorSummary state={state} labels={labels} safe={t("create.safe")} />
            <TypeSection />
            <PartnerSection options={options} />
            <ContactSection options={options} />
            <AddressSection address={options.address} />
            <PlanSection options={options} />
            <FirstSignInSection />
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("create.submit")}
        cancelTo="/resellers"
        refused={state?.errors !== undefined}
      />
    </>
  );
}
