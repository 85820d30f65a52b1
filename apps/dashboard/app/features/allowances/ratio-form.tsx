import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Pool } from "./types.ts";

interface RatioFormProps {
  pool: Pool;
  /** An agency says itself how much there is; others are given it. */
  ofAgency: boolean;
  state?: FormState;
}

/** How far more is promised than there is. */
export function RatioForm({ pool, ofAgency, state }: RatioFormProps) {
  const { t } = useWords("allowances");
  const labels = { ratioPercent: t("ratio.percent"), grantedUnits: t("ratio.units") };
  const stands = {
    ratioPercent: String(pool.ratioPercent),
    grantedUnits: pool.grantedUnits === null ? "" : String(pool.grantedUnits),
  };
  return (
    <PostForm key={pool.meter} state={state ?? { values: stands }} className="narrow gap-top">
      <ErrorSummary state={state} labels={labels} safe={t("ratio.safe")} />
      <Section title={t("ratio.title")} about={t("ratio.about")}>
        <input type="hidden" name="meter" value={pool.meter} />
        <div>
          <Field name="ratioPercent" label={labels.ratioPercent} inputMode="numeric" autoComplete="off" />
          {ofAgency && (
            <Field
              name="grantedUnits"
              label={labels.grantedUnits}
              hint={t("ratio.unitsHint")}
              inputMode="numeric"
              autoComplete="off"
              optional
            />
          )}
          <SubmitButton>{t("ratio.save")}</SubmitButton>
        </div>
      </Section>
    </PostForm>
  );
}
