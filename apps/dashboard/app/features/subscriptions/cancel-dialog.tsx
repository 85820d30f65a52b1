import "../../words/subscriptions.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

interface CancelDialogProps {
  id: string;
  trial: boolean;
  /** A day. */
  endsOn: string;
  /** A change waits, which goes. */
  drops: boolean;
  state?: FormState;
}

export function CancelDialog({ id, trial, endsOn, drops, state }: CancelDialogProps) {
  const { t } = useWords(["subscriptions", "common"]);
  const format = useFormat();
  const back = `/subscriptions/${id}`;
  const date = format.day(endsOn);
  const lines = [
    t(trial ? "cancel.trial" : "cancel.ends", { date }),
    ...(trial ? [] : [t("cancel.back")]),
    ...(drops ? [t("cancel.drops")] : []),
    t("cancel.undo"),
  ];
  return (
    <RouteDialog title={t("cancel.title")} closeTo={back}>
      {state?.formError && <Note kind="err">{state.formError}</Note>}
      <Consequences lines={lines} />
      <PostForm id="confirm" state={state} className="row">
        <ButtonLink to={back}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("cancel.submit")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
