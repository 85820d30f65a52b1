import "../../words/distributors.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ContactSection } from "./contact-section.tsx";
import { useResellerLabels } from "./field-labels.ts";
import type { ResellerFormOptions } from "./form-options.ts";
import { PartnerSection } from "./partner-section.tsx";

export interface EditResellerProps {
  reseller: { id: string; name: string };
  options: ResellerFormOptions;
  /** The stored values under the names of the create form, or what the action refused. */
  state: FormState;
  /** Whose details they are: a distributor has the same. */
  place?: "resellers" | "distributors";
  /** An upline's page: there is no section of partners around it. */
  ofUpline?: boolean;
}

/** Type, plan and login domain are not edited here: each has consequences that ask for a page of their own. */
export function EditReseller(props: EditResellerProps) {
  const { reseller, options, state, place = "resellers", ofUpline = false } = props;
  const { t } = useWords(["resellers", "distributors", "common"]);
  const labels = useResellerLabels();
  const own = `/${place}/${reseller.id}`;
  const crumbs = [
    ...(ofUpline ? [] : [{ words: t("common:nav.partners") }]),
    { words: t(place === "resellers" ? "title" : "distributors:title"), to: `/${place}` },
    { words: reseller.name, to: own, isData: true },
  ];
  return (
    <>
      <PageHeader title={t("edit.crumb")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <input type="hidden" name="updatedAt" value={state.values?.updatedAt ?? ""} />
            <ErrorSummary state={state} labels={labels} safe={t("edit.safe")} />
            <PartnerSection options={options} emailFixed />
            <ContactSection options={options} />
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("common:saveChanges")}
        cancelTo={own}
        refused={state?.errors !== undefined}
      />
    </>
  );
}
