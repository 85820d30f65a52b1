import "../../words/customers.ts";
import "../../words/subscriptions.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { AskForm, type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { OfferSelect } from "./offer-select.tsx";
import { PreviewCard } from "./preview-card.tsx";
import type { OfferChoice, Preview } from "./types.ts";
import { useShown } from "./use-shown.ts";

interface SellProps {
  customer: { id: string; name: string };
  offers: OfferChoice[];
  /** What was chosen, and what is wrong with it. */
  state: FormState;
  preview?: Preview;
  once: string;
  ofAgency: boolean;
  /** What the sale itself was refused for. */
  refused?: FormState;
}

/** Choose, look at what it comes to, order. Only the form below the preview changes anything. */
export function Sell({ customer, offers, state, preview, once, ofAgency, refused }: SellProps) {
  const { t } = useWords(["subscriptions", "customers"]);
  const { shown, changed } = useShown(preview);
  const own = `/customers/${customer.id}`;
  const crumbs = [
    { words: t(ofAgency ? "customers:title" : "customers:titleOwn"), to: "/customers" },
    { words: customer.name, to: own, isData: true },
  ];
  const labels = {
    offer: t("sell.offer"),
    quantity: t("sell.quantity"),
    trialDays: t("sell.trialDays"),
  };
  return (
    <>
      <PageHeader title={t("sell.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        {offers.length === 0 ? (
          <Empty kind="nothing-yet" title={t("sell.none.title")} about={t("sell.none.about")} />
        ) : (
          <div className="narrow">
            <ErrorSummary state={refused ?? state} labels={labels} safe={t("sell.safe")} />
            <AskForm onChange={changed} id="ask" state={state} action={`${own}/sell`}>
              <Section title={t("sell.section")} about={t("sell.about", { name: customer.name })}>
                <div>
                  <OfferSelect offers={offers} />
                  <div className="two">
                    <Field
                      name="quantity"
                      label={t("sell.quantity")}
                      inputMode="numeric"
                      autoComplete="off"
                    />
                    <Field
                      name="trialDays"
                      label={t("sell.trialDays")}
                      hint={t("sell.trialHint")}
                      inputMode="numeric"
                      autoComplete="off"
                    />
                  </div>
                  <div>
                    <SubmitButton>{t("sell.look")}</SubmitButton>
                  </div>
                </div>
              </Section>
            </AskForm>
            {shown && (
              <>
                <PreviewCard preview={shown} />
                <Order preview={shown} values={state.values ?? {}} once={once} refused={refused} />
              </>
            )}
          </div>
        )}
      </main>
      {shown && (
        <SaveBar form="form" save={t("sell.submit")} cancelTo={own} refused={refused?.errors !== undefined} />
      )}
    </>
  );
}

interface OrderProps {
  preview: Preview;
  values: NonNullable<FormState["values"]>;
  once: string;
  refused?: FormState;
}

/** Orders exactly what was looked at: another version published since then is refused. */
function Order({ preview, values, once, refused }: OrderProps) {
  const [planId] = (values.offer ?? "").split(".");
  const { currency, interval, versionId, planName } = preview;
  const { quantity, trialDays } = values;
  const fields = { planId, currency, interval, versionId, planName, quantity, trialDays };
  return (
    <PostForm state={refused} once={once}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ""} />
      ))}
    </PostForm>
  );
}
