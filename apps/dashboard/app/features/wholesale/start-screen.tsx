import "../../words/subscriptions.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import type { FormState } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { OrderForm } from "../subscriptions/order-form.tsx";
import { PreviewCard } from "../subscriptions/preview-card.tsx";
import type { Interval, Preview } from "../subscriptions/types.ts";
import { usePrice } from "../subscriptions/use-price.ts";
import { useShown } from "../subscriptions/use-shown.ts";

interface StartWholesaleProps {
  reseller: { id: string; name: string };
  /** The plan it is on; null where there is nothing to charge it for. */
  plan: {
    name: string;
    prices: { value: string; amountMinor: number; currency: string; interval: Interval }[];
    pricesIncludeTax: boolean;
  } | null;
  /** The subscription by which it is charged already. */
  runs?: string;
  /** What was chosen, and what is wrong with it. */
  state: FormState;
  preview?: Preview;
  once: string;
  /** What beginning was refused for. */
  refused?: FormState;
}

/** Choose a price, look at what it comes to, charge exactly that: another plan, price or day by then is refused. */
export function StartWholesale(props: StartWholesaleProps) {
  const { reseller, plan, runs, state, preview, once, refused } = props;
  const { t } = useWords(["subscriptions", "resellers", "common"]);
  const { shown, changed } = useShown(preview);
  const own = `/resellers/${reseller.id}`;
  const crumbs = [
    { words: t("common:nav.partners") },
    { words: t("resellers:title"), to: "/resellers" },
    { words: reseller.name, to: own, isData: true },
  ];
  return (
    <>
      <PageHeader title={t("wholesale.title")} crumbs={crumbs} />
      <main className="body fit saved" id="main">
        {runs ? (
          <Empty
            kind="nothing-yet"
            title={t("wholesale.runs.title")}
            about={t("wholesale.runs.about")}
            action={<ButtonLink to={`/subscriptions/${runs}`}>{t("wholesale.open")}</ButtonLink>}
          />
        ) : !plan || plan.prices.length === 0 ? (
          <Empty
            kind="nothing-yet"
            title={t("wholesale.nothing.title")}
            about={t("wholesale.nothing.about")}
          />
        ) : (
          <div className="narrow">
            <ErrorSummary
              state={refused ?? state}
              labels={{ price: t("wholesale.price") }}
              safe={t("wholesale.safe")}
            />
            <OrderForm
              state={refused ?? state}
              action={`${own}/wholesale`}
              changed={changed}
              once={preview && once}
              seen={{ price: state.values?.price }}
              held={{
                versionId: preview?.versionId,
                netMinor: preview?.due?.netMinor ?? 0,
                name: reseller.name,
              }}
            >
              <Choice reseller={reseller} plan={plan} />
            </OrderForm>
            {shown && <PreviewCard preview={shown} />}
          </div>
        )}
      </main>
      {shown && (
        <SaveBar form="form" save={t("wholesale.submit")} cancelTo={own} refused={refused !== undefined} />
      )}
    </>
  );
}

interface ChoiceProps extends Pick<StartWholesaleProps, "reseller"> {
  plan: NonNullable<StartWholesaleProps["plan"]>;
}

function Choice({ reseller, plan }: ChoiceProps) {
  const { t } = useWords("subscriptions");
  const price = usePrice();
  const about = t("wholesale.about", { name: reseller.name, plan: plan.name });
  return (
    <Section title={t("wholesale.section")} about={about}>
      <div>
        <Select
          name="price"
          label={t("wholesale.price")}
          choices={plan.prices.map(({ value, amountMinor, currency, interval }) => ({
            value,
            label: price(amountMinor, currency, interval, plan.pricesIncludeTax),
          }))}
        />
      </div>
    </Section>
  );
}
