import "../../words/commissions.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

interface RateDialogProps {
  subject: "reseller" | "plan";
  backTo: string;
  /** There is one that can be taken away. */
  isSet: boolean;
  /** Field rateBps; the button that takes the rate away posts `take`. */
  state: FormState;
}

export function RateDialog({ subject, backTo, isSet, state }: RateDialogProps) {
  const { t } = useWords(["commissions", "common"]);
  return (
    <RouteDialog title={t("rate.title")} closeTo={backTo}>
      {state.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={[t("rate.from"), t(`rate.order.${subject}`)]} />
      <PostForm id="rate" state={state}>
        <div className="gap-top">
          <Field
            name="rateBps"
            label={t("rate.field")}
            hint={t("rate.hint")}
            inputMode="decimal"
            autoComplete="off"
          />
        </div>
        <div className="row">
          <ButtonLink to={backTo}>{t("common:cancel")}</ButtonLink>
          <SubmitButton kind="pri">{t("rate.set")}</SubmitButton>
        </div>
      </PostForm>
      {isSet && (
        <PostForm id="take" className="row">
          <SubmitButton kind="danger" name="take" value="rate">
            {t("rate.take")}
          </SubmitButton>
        </PostForm>
      )}
    </RouteDialog>
  );
}
