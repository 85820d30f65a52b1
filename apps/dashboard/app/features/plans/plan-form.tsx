import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { SaveBar } from "../../ui/save-bar.tsx";
import { Section } from "../../ui/section.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import { MeterSection } from "./meter-section.tsx";
import { NamesSection } from "./names-section.tsx";

export interface PlanFormProps {
  ofAgency: boolean;
  /** Keys of the agency's meters, in order. */
  meters: { key: string; kind: "counter" | "gauge" }[];
  /** Currencies the form has fields for; the rest can be added. */
  currencies: string[];
  otherCurrencies: Choice[];
  /** Basis points of tax in the prices that are typed; 0 = they are net. */
  includedTaxBps: number;
  /** Resellers that can be chosen to see it. */
  resellers: { id: string; name: string }[];
  /** Values under the fields' names, or what the action refused. */
  state: FormState;
  cancelTo: string;
}

/**
 * All a plan says, as one form: names, prices per currency, a section per meter. Adding a currency posts the form and
 * saves nothing, so it works without a script and loses nothing.
 */
export function PlanForm(props: PlanFormProps) {
  const { ofAgency, meters, currencies, otherCurrencies, includedTaxBps, resellers, state, cancelTo } = props;
  const format = useFormat();
  const { t } = useWords("plans");
  const labels = useFieldLabels(meters.map(({ key }) => key));
  return (
    <>
      <main className="body fit saved" id="main">
        <div className="narrow">
          <PostForm state={state}>
            <ErrorSummary state={state} labels={labels(currencies)} safe={t("form.safe")} />
            {state.values?.updatedAt && (
              <input type="hidden" name="updatedAt" value={state.values.updatedAt} />
            )}
            <input type="hidden" name="currencies" value={currencies.join(",")} />
            <NamesSection ofAgency={ofAgency} resellers={resellers} />
            <Section
              title={t("form.prices")}
              about={t(includedTaxBps > 0 ? "form.pricesAboutTaxed" : "form.pricesAbout", {
                rate: format.rate(includedTaxBps),
              })}
            >
              <div className="two">
                {currencies.flatMap((currency) =>
                  (["month", "year"] as const).map((interval) => (
                    <Field
                      key={`${currency} ${interval}`}
                      name={`price.${currency}.${interval}`}
                      label={t(`form.${interval}`, { currency })}
                      inputMode="decimal"
                      autoComplete="off"
                      optional
                    />
                  )),
                )}
                <Select name="addCurrency" label={t("form.addCurrency")} choices={otherCurrencies} optional />
                <div className="all">
                  <SubmitButton name="intent" value="currency">
                    {t("form.add")}
                  </SubmitButton>
                </div>
              </div>
            </Section>
            {meters.map((meter) => (
              <MeterSection
                key={meter.key}
                meter={meter}
                currencies={currencies}
                showsCost={ofAgency}
                payers={ofAgency ? ["reseller", "agency", "customer"] : ["customer", "reseller"]}
              />
            ))}
          </PostForm>
        </div>
      </main>
      <SaveBar
        form="form"
        save={t("form.saveDraft")}
        cancelTo={cancelTo}
        refused={state.errors !== undefined}
      />
    </>
  );
}

/** Field name -> the words an error's summary calls it by. */
function useFieldLabels(meters: string[]) {
  const { t } = useWords("plans");
  const meterName = useMeterName();
  return (currencies: string[]): Record<string, string> => {
    const ofMeter = (label: string, meter: string) => t("form.of", { label, meter: meterName(meter) });
    const numbers = ["includedUnits", "blockUnits", "softCapUnits", "hardCapUnits"] as const;
    return Object.fromEntries([
      ["name", t("form.name")],
      ["internalName", t("form.internalName")],
      ["description", t("form.description")],
      ["addCurrency", t("form.addCurrency")],
      ...currencies.flatMap((currency) => [
        [`price.${currency}.month`, t("form.month", { currency })],
        [`price.${currency}.year`, t("form.year", { currency })],
        ...meters.flatMap((meter) => [
          [`amountMinor.${currency}.${meter}`, ofMeter(t("form.overage", { currency }), meter)],
          [`costMinor.${currency}.${meter}`, ofMeter(t("form.cost", { currency }), meter)],
        ]),
      ]),
      ...meters.map((meter) => [`payer.${meter}`, ofMeter(t("form.payer"), meter)]),
      ...meters.flatMap((meter) =>
        numbers.map((number) => [`${number}.${meter}`, ofMeter(t(`form.${number}`), meter)]),
      ),
    ]);
  };
}
