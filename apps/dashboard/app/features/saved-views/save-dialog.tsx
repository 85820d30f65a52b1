import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

interface SaveViewDialogProps {
  /** The list as it is shown now. */
  closeTo: string;
  /** Field name. */
  state?: FormState;
}

export function SaveViewDialog({ closeTo, state }: SaveViewDialogProps) {
  const { t } = useWords(["saved-views", "common"]);
  return (
    <RouteDialog title={t("save.title")} closeTo={closeTo}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <PostForm id="view" state={state} className="gap-top">
        <Field
          name="name"
          label={t("save.name")}
          hint={t("save.nameHint")}
          maxLength={60}
          autoComplete="off"
        />
        <label className="tick">
          <input
            className="ck"
            type="checkbox"
            name="shared"
            value="on"
            defaultChecked={state?.values?.shared === "on"}
          />
          <div>
            <b>{t("save.shared")}</b>
            <span>{t("save.sharedAbout")}</span>
          </div>
        </label>
        <div className="row gap-top">
          <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
          <SubmitButton kind="pri">{t("save.submit")}</SubmitButton>
        </div>
      </PostForm>
    </RouteDialog>
  );
}
