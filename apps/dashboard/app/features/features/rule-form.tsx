import "../../words/features.ts";
import { Button } from "../../ui/button.tsx";
import { Field, FieldMessage } from "../../ui/field.tsx";
import { AskForm, type FormState } from "../../ui/form.tsx";
import { RadioCard } from "../../ui/radio-card.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Reach, ResellerType } from "./types.ts";

export interface RuleFormProps {
  ofAgency: boolean;
  plans: { id: string; name: string }[];
  values: { reach: Reach; types: ResellerType[]; planIds: string[]; percent: string };
  action: string;
  state: FormState;
}

/** To whom a feature is released. What a reach goes by stands under it, without a script too. */
export function RuleForm({ ofAgency, plans, values, action, state }: RuleFormProps) {
  const { t } = useWords(["features", "resellers"]);
  const reaches: Reach[] = ofAgency
    ? ["chosen", "tier", "percentage", "everyone"]
    : ["chosen", "percentage", "everyone"];
  return (
    <AskForm id="rule" state={state} action={action}>
      <Section title={t("release.whom")} about={t("release.whomAbout")} group>
        <div className="stack">
          {reaches.map((reach) => (
            <RadioCard
              key={reach}
              name="reach"
              value={reach}
              title={t(`release.reach.${reach}`)}
              about={
                reach === "tier" || ofAgency ? t(`release.rule.${reach}`) : t(`release.ruleOwn.${reach}`)
              }
              preset={values.reach === reach}
            />
          ))}
        </div>
      </Section>
      <div className="for-percentage">
        <Section title={t("release.percent")} about={t("release.percentAbout")}>
          <div>
            <Field
              name="percent"
              label={t("release.percentField")}
              type="number"
              inputMode="numeric"
              min={1}
              max={100}
              defaultValue={values.percent}
              optional
            />
          </div>
        </Section>
      </div>
      {ofAgency && (
        <div className="for-tier">
          <Section title={t("release.types")} about={t("release.tierAbout")} group>
            <div id="rule-types" tabIndex={-1}>
              {(["own_plans", "commission"] as const).map((type) => (
                <Tick key={type} name="types" value={type} on={values.types.includes(type)}>
                  {t(`resellers:type.${type}`)}
                </Tick>
              ))}
              <FieldMessage name="types" />
              {plans.length > 0 && <p className="help gap-top">{t("release.plans")}</p>}
              {plans.map(({ id, name }) => (
                <Tick key={id} name="planIds" value={id} on={values.planIds.includes(id)} isData>
                  {name}
                </Tick>
              ))}
              <FieldMessage name="planIds" />
            </div>
          </Section>
        </div>
      )}
      <div className="row gap-bottom">
        <Button type="submit">{t("release.preview")}</Button>
      </div>
    </AskForm>
  );
}

interface TickProps {
  name: string;
  value: string;
  on: boolean;
  isData?: boolean;
  children: string;
}

function Tick({ name, value, on, isData, children }: TickProps) {
  return (
    <label className="tick">
      <input className="ck" type="checkbox" name={name} value={value} defaultChecked={on} />
      <span translate={isData ? "no" : undefined}>{children}</span>
    </label>
  );
}
