import "../../words/payouts.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";

const list = "/payouts/exchange-rates";

/** Says what a currency is worth in another. Fields from, to, rate and source. */
export function NewRate({ currencies, state }: { currencies: Choice[]; state: FormState }) {
  const { t } = useWords(["payouts", "common"]);
  return (
    <RouteDialog title={t("rates.add")} closeTo={list}>
      {state.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={[t("rates.from"), t("rates.keeps")]} />
      <PostForm id="rate" state={state}>
        <div className="stack gap-top">
          <div className="two">
            <Select name="from" label={t("rates.one")} choices={currencies} />
            <Select name="to" label={t("rates.in")} choices={currencies} />
          </div>
          <Field
            name="rate"
            label={t("rates.rate")}
            hint={t("rates.rateHint")}
            inputMode="decimal"
            autoComplete="off"
          />
          <Field
            name="source"
            label={t("column.source")}
            hint={t("rates.sourceHint")}
            maxLength={200}
            autoComplete="off"
          />
        </div>
        <div className="row">
          <ButtonLink to={list}>{t("common:cancel")}</ButtonLink>
          <SubmitButton kind="pri">{t("rates.add")}</SubmitButton>
        </div>
      </PostForm>
    </RouteDialog>
  );
}
