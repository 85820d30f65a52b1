import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import { DraftsCard } from "../reseller-drafts/drafts-card.tsx";
import type { ListedDraft } from "../reseller-drafts/types.ts";
import { useAutosave } from "../reseller-drafts/use-autosave.ts";
import { AddressSection } from "./address-section.tsx";
import { ContactSection } from "./contact-section.tsx";
import { CreateBar } from "./create-bar.tsx";
import { useResellerLabels } from "./field-labels.ts";
import { FirstSignInSection } from "./first-sign-in-section.tsx";
import type { ResellerFormOptions } from "./form-options.ts";
import { PartnerSection } from "./partner-section.tsx";
import { PlanSection } from "./plan-section.tsx";
import { ReviewCards, type ReviewFacts } from "./review-cards.tsx";
import { StepRail } from "./step-rail.tsx";
import { TypeSection } from "./type-section.tsx";

export interface CreateResellerProps {
  options: ResellerFormOptions;
  /** The draft that is gone on with. */
  draft?: { id: string; fields: Record<string, string | undefined> };
  /** The address names a draft that is not there any more. */
  draftGone: boolean;
  /** The form's own key: sent twice, it creates once. */
  once: string;
  /** Undefined where no drafts are kept: on an upline's host. */
  drafts?: ListedDraft[];
  /** What the action refused: fields type, name, email, phoneCountry, phone, website, country, language, contactName,
   * contactEmail, contactPhoneCountry, contactPhone, planId, loginDomain, firstSignIn, password, confirmPassword. */
  state?: FormState;
  /** Nothing was refused: the summary is shown before anything is created. */
  review?: ReviewFacts;
}

/** The form and, in its place, its summary: the fields stay in the page under it, and so does a password. */
export function CreateReseller(props: CreateResellerProps) {
  const { options, draft, draftGone, drafts, review } = props;
  const { t } = useWords(["resellers", "common", "reseller-drafts"]);
  const labels = useResellerLabels();
  const state = props.state ?? (draft && { values: draft.fields });
  const openDraft = state?.values?.draftId || draft?.id;
  const autosave = useAutosave(drafts ? "form" : undefined, openDraft, props.state);
  const crumbs = [
    ...(drafts ? [{ words: t("common:nav.partners") }] : []),
    { words: t("title"), to: "/resellers" },
  ];
  const fresh = !draft && !props.state;
  return (
    <>
      <PageHeader title={t(review ? "review.title" : "create.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          {draftGone && fresh && <Note>{t("reseller-drafts:gone")}</Note>}
          {fresh && drafts && drafts.length > 0 && <DraftsCard drafts={drafts} />}
          <PostForm state={state} once={props.once}>
            {/* Enter creates: it takes a form's first button, and the bar has others before. */}
            <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
            <input type="hidden" name="draftId" value={autosave.draftId ?? ""} />
            <ErrorSummary state={state} labels={labels} safe={t("create.safe")} />
            {review ? <ReviewCards review={review} /> : <StepRail form="form" state={state} />}
            <div className="sects" hidden={review !== undefined}>
              <TypeSection types={options.types} />
              <PartnerSection options={options} />
              <ContactSection options={options} />
              <PlanSection options={options} />
              <AddressSection address={options.address} />
            </div>
            <div hidden={review?.firstSignIn === "link"}>
              <FirstSignInSection chosen={review?.firstSignIn} />
            </div>
          </PostForm>
        </div>
      </main>
      <CreateBar
        form="form"
        autosave={drafts && autosave}
        reviewing={review !== undefined}
        state={props.state}
      />
    </>
  );
}
