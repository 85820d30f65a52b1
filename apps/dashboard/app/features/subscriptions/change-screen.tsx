import "../../words/customers.ts";
import "../../words/subscriptions.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { AskForm, type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { OfferSelect } from "./offer-select.tsx";
import { PreviewCard } from "./preview-card.tsx";
import type { OfferChoice, Preview, Shown } from "./types.ts";
import { useShown } from "./use-shown.ts";

interface ChangeScreenProps {
  subscription: Shown;
  offers: OfferChoice[];
  state: FormState;
  /** Nothing else was chosen than what runs. */
  same: boolean;
  /** What the form below the preview asks for. */
  input: { planId?: string; quantity: number };
  preview?: Preview;
  ofAgency: boolean;
  refused?: FormState;
}

export function ChangeScreen(props: ChangeScreenProps) {
  const { subscription, offers, state, same, input, preview, ofAgency, refused } = props;
  const { t } = useWords(["subscriptions", "customers"]);
  const { customer, plan } = subscription;
  const { shown, changed } = useShown(preview);
  const own = `/subscriptions/${subscription.id}`;
  const crumbs = [
    { words: t(ofAgency ? "customers:title" : "customers:titleOwn"), to: "/customers" },
    { words: customer.name, to: `/customers/${customer.id}`, isData: true },
    { words: plan.name, to: own, isData: true },
  ];
  const labels = { offer: t("change.plan"), quantity: t("sell.quantity") };
  return (
    <>
      <PageHeader title={t("change.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        <div className="narrow">
          <ErrorSummary state={refused ?? state} labels={labels} safe={t("change.safe")} />
          <AskForm onChange={changed} id="ask" state={state} action={`${own}/change`}>
            <Section title={t("sell.section")} about={t("change.about")}>
              <div>
                <OfferSelect offers={offers} />
                <Field name="quantity" label={t("sell.quantity")} inputMode="numeric" autoComplete="off" />
                <SubmitButton>{t("sell.look")}</SubmitButton>
              </div>
            </Section>
          </AskForm>
          {same && <Note>{t("change.same")}</Note>}
          {shown && (
            <>
              <PreviewCard preview={shown} />
              <PostForm state={refused}>
                <input type="hidden" name="planId" value={input.planId ?? ""} />
                <input type="hidden" name="quantity" value={input.quantity} />
                <input type="hidden" name="updatedAt" value={subscription.updatedAt} />
              </PostForm>
            </>
          )}
        </div>
      </main>
      {shown && (
        <SaveBar
          form="form"
          save={t("change.submit")}
          cancelTo={own}
          refused={refused?.errors !== undefined}
        />
      )}
    </>
  );
}
