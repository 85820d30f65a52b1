import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface DuplicateDialogProps {
  plan: { id: string; name: string };
  /** Field name. */
  state: FormState;
}

export function DuplicateDialog({ plan, state }: DuplicateDialogProps) {
  const { t } = useWords(["plans", "common"]);
  const closeTo = `/plans/${plan.id}`;
  return (
    <RouteDialog title={t("duplicate.title", { name: plan.name })} closeTo={closeTo}>
      {state.formError && <Note kind="err">{state.formError}</Note>}
      <p className="help gap-bottom">{t("duplicate.about")}</p>
      <PostForm id="duplicate" state={state}>
        <Field name="name" label={t("duplicate.name")} maxLength={100} autoComplete="off" />
        <div className="row">
          <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
          <SubmitButton kind="pri">{t("duplicate.confirm")}</SubmitButton>
        </div>
      </PostForm>
    </RouteDialog>
  );
}
