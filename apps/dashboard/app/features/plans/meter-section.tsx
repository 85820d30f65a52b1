import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { Payer } from "./types.ts";

interface MeterSectionProps {
  meter: { key: string; kind: "counter" | "gauge" };
  currencies: string[];
  /** The owner writes what a block costs; a reseller's cost is its agency's price. */
  showsCost: boolean;
  /** Whom the owner can let pay past the included units; the first does unless another is chosen. */
  payers: Payer[];
}

/** One meter of a plan: what is included, what more costs, where it warns and ends. */
export function MeterSection({ meter: { key, kind }, currencies, showsCost, payers }: MeterSectionProps) {
  const { t } = useWords("plans");
  const name = useMeterName();
  const about = t(kind === "gauge" ? "form.meterAboutGauge" : "form.meterAbout");
  const field = (of: string, label: string, hint?: string) => (
    <Field
      key={of}
      name={`${of}.${key}`}
      label={label}
      hint={hint}
      inputMode={of.includes("Minor") ? "decimal" : "numeric"}
      autoComplete="off"
      optional
    />
  );
  return (
    <Section title={name(key)} about={about} group>
      <div className="two">
        {field("includedUnits", t("form.includedUnits"))}
        {field("blockUnits", t("form.blockUnits"), t("form.blockHint"))}
        {field("softCapUnits", t("form.softCapUnits"))}
        {field("hardCapUnits", t("form.hardCapUnits"))}
        <Payers name={`payer.${key}`} payers={payers} />
        {currencies.map((currency) => field(`amountMinor.${currency}`, t("form.overage", { currency })))}
        {showsCost &&
          currencies.map((currency) => field(`costMinor.${currency}`, t("form.cost", { currency })))}
      </div>
    </Section>
  );
}

function Payers({ name, payers }: { name: string; payers: Payer[] }) {
  const { t } = useWords("plans");
  return (
    <Select
      name={name}
      label={t("form.payer")}
      choices={payers.map((payer) => ({ value: payer, label: t(`payer.${payer}`) }))}
    />
  );
}
