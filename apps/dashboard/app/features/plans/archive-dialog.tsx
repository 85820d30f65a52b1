import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface ArchivePlanDialogProps {
  plan: { id: string; name: string };
  /** How many are on it; left out where that is nobody's to know. */
  resellers?: number;
  state?: FormState;
}

/** What archiving a plan does, in numbers, before it is done. */
export function ArchivePlanDialog({ plan, resellers, state }: ArchivePlanDialogProps) {
  const { t } = useWords(["plans", "common"]);
  const lines = [
    resellers === undefined ? undefined : t("archive.stays", { count: resellers }),
    t("archive.choice"),
    t("archive.back"),
  ];
  return (
    <RouteDialog title={t("archive.title", { name: plan.name })} closeTo={`/plans/${plan.id}`}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines.filter((line) => line !== undefined)} />
      <PostForm id="archive" state={state} className="row">
        <ButtonLink to={`/plans/${plan.id}`}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("archive.confirm")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
