import "../../words/customers.ts";
import { Field } from "../../ui/field.tsx";
import { Section } from "../../ui/section.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { RateField } from "./types.ts";

/** Partner Commission Rate (D-16): filled in with what is inherited, and an override only where it is changed. */
export function RateSection({ rate }: { rate: RateField }) {
  const { t } = useWords("customers");
  const format = useFormat();
  const { inherited, ceilingBps, fixed } = rate;
  const known = inherited && {
    rate: format.rate(inherited.rateBps),
    source: t(`rate.source.${inherited.source}`),
  };
  const hint = fixed
    ? t("rate.fixed")
    : ceilingBps !== null
      ? t("rate.ceiling", { rate: format.rate(ceilingBps) })
      : known
        ? t("rate.inherited", known)
        : t("rate.none");
  return (
    <Section title={t("section.rate")} about={t("section.rateAbout")}>
      <Field
        name="rateBps"
        label={t("field.rate")}
        hint={hint}
        inputMode="decimal"
        autoComplete="off"
        readOnly={fixed}
        optional={ceilingBps === null}
      />
    </Section>
  );
}
