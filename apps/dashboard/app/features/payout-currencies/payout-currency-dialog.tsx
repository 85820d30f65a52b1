import "../../words/payouts.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";

interface PayoutCurrencyDialogProps {
  backTo: string;
  currencies: Choice[];
  /** Field currency; empty = in each that is earned. */
  state: FormState;
}

export function PayoutCurrencyDialog({ backTo, currencies, state }: PayoutCurrencyDialogProps) {
  const { t } = useWords(["payouts", "common"]);
  return (
    <RouteDialog title={t("paidIn.title")} closeTo={backTo}>
      {state.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={[t("paidIn.from"), t("paidIn.rates")]} />
      <PostForm id="currency" state={state}>
        <div className="gap-top">
          <Select
            name="currency"
            label={t("column.currency")}
            choices={[{ value: "", label: t("paidIn.each") }, ...currencies]}
          />
        </div>
        <div className="row">
          <ButtonLink to={backTo}>{t("common:cancel")}</ButtonLink>
          <SubmitButton kind="pri">{t("common:saveChanges")}</SubmitButton>
        </div>
      </PostForm>
    </RouteDialog>
  );
}
