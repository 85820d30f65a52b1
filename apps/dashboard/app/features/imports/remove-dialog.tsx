import "../../words/imports.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

interface RemoveImportProps {
  /** The file's own page. */
  at: string;
  fileName: string;
  total: number;
  /** What does not go with it. */
  stay: string;
  state?: FormState;
}

/** Posts to its own address. */
export function RemoveImport({ at, fileName, total, stay, state }: RemoveImportProps) {
  const { t } = useWords(["imports", "common"]);
  return (
    <RouteDialog title={t("remove.title", { name: fileName })} closeTo={at}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={[t("remove.rows", { count: total }), stay]} />
      <PostForm id="remove" state={state} className="row">
        <ButtonLink to={at}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("remove.submit")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
