import "../../words/reseller-imports.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

interface RemoveImportProps {
  id: string;
  fileName: string;
  total: number;
  state?: FormState;
}

/** Posts to its own address. */
export function RemoveImport({ id, fileName, total, state }: RemoveImportProps) {
  const { t } = useWords(["reseller-imports", "common"]);
  const closeTo = `/reseller-imports/${id}`;
  return (
    <RouteDialog title={t("remove.title", { name: fileName })} closeTo={closeTo}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={[t("remove.rows", { count: total }), t("remove.created")]} />
      <PostForm id="remove" state={state} className="row">
        <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("remove.submit")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
