import "../../words/customers.ts";
import "../../words/subscriptions.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import type { FormState } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import { OfferSelect } from "./offer-select.tsx";
import { OrderForm } from "./order-form.tsx";
import { PreviewCard } from "./preview-card.tsx";
import type { OfferChoice, Preview, Shown } from "./types.ts";
import { useShown } from "./use-shown.ts";

interface ChangeScreenProps {
  subscription: Shown;
  offers: OfferChoice[];
  state: FormState;
  /** Nothing else was chosen than what runs. */
  same: boolean;
  preview?: Preview;
  once: string;
  ofAgency: boolean;
  refused?: FormState;
}

export function ChangeScreen(props: ChangeScreenProps) {
  const { subscription, offers, state, same, preview, once, ofAgency, refused } = props;
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
          <OrderForm
            state={refused ?? state}
            action={`${own}/change`}
            changed={changed}
            once={preview && once}
            seen={{ offer: state.values?.offer, quantity: state.values?.quantity }}
            held={{ updatedAt: subscription.updatedAt, totalMinor: preview?.due?.totalMinor ?? 0 }}
          >
            <Section title={t("sell.section")} about={t("change.about")}>
              <div>
                <OfferSelect offers={offers} />
                <Field name="quantity" label={t("sell.quantity")} inputMode="numeric" autoComplete="off" />
              </div>
            </Section>
          </OrderForm>
          {same && <Note>{t("change.same")}</Note>}
          {shown && <PreviewCard preview={shown} />}
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
