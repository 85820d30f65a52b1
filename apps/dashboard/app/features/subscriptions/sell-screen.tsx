import "../../words/customers.ts";
import "../../words/subscriptions.ts";
import { Link } from "react-router";
import { Empty } from "../../ui/empty.tsx";
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
import type { OfferChoice, SalePreview } from "./types.ts";
import { useShown } from "./use-shown.ts";

interface SellProps {
  customer: { id: string; name: string };
  offers: OfferChoice[];
  /** What was chosen, and what is wrong with it. */
  state: FormState;
  preview?: SalePreview;
  once: string;
  ofAgency: boolean;
  /** What the sale itself was refused for. */
  refused?: FormState;
}

/** Choose, look at what it comes to, order: exactly what was looked at, and once. */
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
            <OrderForm
              state={refused ?? state}
              action={`${own}/sell`}
              changed={changed}
              once={preview && once}
              seen={{
                offer: state.values?.offer,
                quantity: state.values?.quantity,
                trialDays: state.values?.trialDays,
              }}
              held={{
                versionId: preview?.versionId,
                planName: preview?.planName,
                totalMinor: preview?.due?.totalMinor ?? 0,
              }}
            >
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
                </div>
              </Section>
            </OrderForm>
            {shown?.running.map((one) => (
              <RunsAlready key={one.id} running={one} plan={shown.planName} />
            ))}
            {shown && <PreviewCard preview={shown} />}
          </div>
        )}
      </main>
      {shown && (
        <SaveBar form="form" save={t("sell.submit")} cancelTo={own} refused={refused?.errors !== undefined} />
      )}
    </>
  );
}

/** The same plan a second time may be meant, and is often a slip. */
function RunsAlready({ running, plan }: { running: SalePreview["running"][number]; plan: string }) {
  const { t } = useWords("subscriptions");
  return (
    <Note kind="warn">
      {t("look.running", { plan, quantity: running.quantity })}{" "}
      <Link className="link" to={`/subscriptions/${running.id}`} translate="no">
        {running.code}
      </Link>
    </Note>
  );
}
